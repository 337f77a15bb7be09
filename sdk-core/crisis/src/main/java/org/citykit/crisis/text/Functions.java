package org.citykit.crisis.text;

import com.ibm.icu.message2.MFFunctionRegistry;

/** The functions that texts may use: the library's for numbers, ours for words and times. */
@SuppressWarnings("deprecation") // the library marks functions of one's own as a preview
final class Functions {
    private Functions() {}

    static MFFunctionRegistry registry() {
        return MFFunctionRegistry.builder()
                .setFunction("string", (locale, options) -> WordsFunction.create(options))
                .setFunction("time", MomentFunction::time)
                .setFunction("date", MomentFunction::date)
                .setFunction("datetime", MomentFunction::dateTime)
                .setDefaultFunctionNameForType(Value.Words.class, "string")
                .setDefaultFunctionNameForType(Value.Machine.class, "string")
                .setDefaultFunctionNameForType(Value.Chosen.class, "string")
                .setDefaultFunctionNameForType(Value.Moment.class, "datetime")
                .build();
    }
}
