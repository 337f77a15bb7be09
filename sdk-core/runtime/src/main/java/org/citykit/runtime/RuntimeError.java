package org.citykit.runtime;

import org.citykit.api.ErrorCode;

/** What can be wrong with a composition, a plugin file or a running module. */
public enum RuntimeError implements ErrorCode {
    /** The composition file is missing or unreadable. */
    COMPOSITION_UNREADABLE("composition-unreadable", Kind.HOST),
    /** The composition file is not well-formed YAML, or larger or deeper than allowed. */
    COMPOSITION_MALFORMED("composition-malformed", Kind.HOST),
    /** A key that does not exist. */
    KEY_UNKNOWN("key-unknown", Kind.HOST),
    /** A key that must be there is not. */
    KEY_MISSING("key-missing", Kind.HOST),
    /** A value of the wrong kind or outside its range. */
    VALUE_WRONG("value-wrong", Kind.HOST),
    /** Two modules have one id. */
    MODULE_DUPLICATE("module-duplicate", Kind.HOST),
    /** A module uses a provider that no plugin has. */
    PROVIDER_UNKNOWN("provider-unknown", Kind.HOST),
    /** A module uses a provider whose id two plugins have. */
    PROVIDER_AMBIGUOUS("provider-ambiguous", Kind.HOST),
    /** A setting is missing. */
    SETTING_MISSING("setting-missing", Kind.HOST),
    /** A setting has the wrong type or an impossible value. */
    SETTING_INVALID("setting-invalid", Kind.HOST),
    /** A setting that the provider does not have. */
    SETTING_UNKNOWN("setting-unknown", Kind.HOST),
    /** The environment variable or file that a secret names is not there. */
    SECRET_MISSING("secret-missing", Kind.HOST),
    /** A plugin file cannot be read. */
    PLUGIN_UNREADABLE("plugin-unreadable", Kind.HOST),
    /** A plugin file is no Java module, or not one plugin module with its libraries. */
    PLUGIN_NOT_A_MODULE("plugin-not-a-module", Kind.VENDOR),
    /** A plugin file breaks a rule of packaging. */
    PLUGIN_MALFORMED("plugin-malformed", Kind.VENDOR),
    /** A plugin file's signature does not hold. */
    PLUGIN_TAMPERED("plugin-tampered", Kind.VENDOR),
    /** A plugin file is not signed. */
    PLUGIN_UNSIGNED("plugin-unsigned", Kind.HOST),
    /** A plugin file is signed by nobody whom the portal trusts. */
    PLUGIN_UNTRUSTED("plugin-untrusted", Kind.HOST),
    /** A plugin file is signed with a key whose certificate has run out. */
    SIGNATURE_EXPIRED("signature-expired", Kind.VENDOR),
    /** A key cannot be had from its store, or cannot sign plugin files. */
    SIGNING_KEY_UNUSABLE("signing-key-unusable", Kind.HOST),
    /** A plugin file cannot be signed as it is. */
    SIGNING_REFUSED("signing-refused", Kind.HOST),
    /** Two plugin files hold plugins of one name. */
    PLUGIN_DUPLICATE("plugin-duplicate", Kind.HOST),
    /** A plugin was compiled against an API this portal does not have. */
    PLUGIN_API_MISMATCH("plugin-api-mismatch", Kind.VENDOR),
    /** A plugin needs another plugin or a JDK module that is not there. */
    DEPENDENCY_MISSING("dependency-missing", Kind.HOST),
    /** A plugin's modules or classes cannot be linked. */
    PLUGIN_UNLINKABLE("plugin-unlinkable", Kind.VENDOR),
    /** A provider's {@code open} failed. */
    OPEN_FAILED("open-failed", Kind.VENDOR),
    /** A fetch threw. */
    FETCH_FAILED("fetch-failed", Kind.VENDOR),
    /** A channel could not hand an alert over. */
    DELIVERY_FAILED("delivery-failed", Kind.VENDOR),
    /** A call took longer than its limit. */
    DEADLINE_EXCEEDED("deadline-exceeded", Kind.VENDOR),
    /** A module was set aside because its calls do not end. */
    MODULE_QUARANTINED("module-quarantined", Kind.VENDOR),
    /** Too many of a module's last calls failed or were slow; it gets a pause. */
    CIRCUIT_OPEN("circuit-open", Kind.VENDOR),
    /** More calls wait for a module than may wait. */
    MODULE_BUSY("module-busy", Kind.VENDOR),
    /** A provider broke a rule of the API, for example by returning null. */
    CONTRACT_BROKEN("contract-broken", Kind.VENDOR),
    /** A plugin that was let go is held in memory. */
    PLUGIN_PINNED("plugin-pinned", Kind.VENDOR),
    /** A change of the running portal was not made. */
    CHANGE_REFUSED("change-refused", Kind.HOST),
    /** A plan starts from a generation that does not run any more. */
    PLAN_OUTDATED("plan-outdated", Kind.HOST),
    /** A generation is not kept. */
    GENERATION_UNKNOWN("generation-unknown", Kind.HOST),
    /** The runtime is closed or closing. */
    RUNTIME_CLOSED("runtime-closed", Kind.HOST);

    private final String anchor;
    private final Kind kind;

    RuntimeError(String anchor, Kind kind) {
        this.anchor = anchor;
        this.kind = kind;
    }

    @Override
    public String anchor() {
        return anchor;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
