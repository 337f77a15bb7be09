package org.citykit.runtime.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.citykit.api.Text;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginManifest;

/** Finds what a plugin's manifest leaves unsaid. Confined. */
final class ManifestLint {
    private final PluginFacts facts;
    private final CheckOptions options;
    private final Consumer<Finding> found;

    ManifestLint(PluginFacts facts, CheckOptions options, Consumer<Finding> found) {
        this.facts = facts;
        this.options = options;
        this.found = found;
    }

    void run() {
        PluginManifest manifest = facts.manifest();
        title(manifest.title());
        if (manifest.vendor().isEmpty()) {
            tell(
                    FindingRule.VENDOR_MISSING,
                    "It does not say who makes it.",
                    "A webmaster does not know whom to ask.",
                    "Add \"vendor\" to plugin.json.");
        }
        if (manifest.licence().isEmpty()) {
            tell(
                    FindingRule.LICENCE_MISSING,
                    "It does not say under which licence it may be used.",
                    "A city may not be allowed to use it.",
                    "Add \"licence\" to plugin.json, as an SPDX expression, for example \"Apache-2.0\".");
        }
        support(manifest);
        if (manifest.personalData().isEmpty()) {
            tell(
                    FindingRule.PERSONAL_DATA_UNSAID,
                    "It does not say whether it holds data about people.",
                    "A city must know this before it uses the plugin.",
                    "Add \"personalData\" to plugin.json; an empty list [] says that it holds none.");
        }
        if (facts.bom().isEmpty()) {
            tell(
                    FindingRule.BOM_MISSING,
                    "It has no bill of materials.",
                    "Nobody can look up known weaknesses of its libraries.",
                    "Put a CycloneDX document into META-INF/sbom/bom.json of the plugin's own jar.");
        }
        if (facts.apiVersion().isEmpty()) {
            tell(
                    FindingRule.API_VERSION_UNKNOWN,
                    "It does not record against which API it was compiled.",
                    "A portal cannot say beforehand whether it fits.",
                    "Compile against the API's jar on the module path.");
        }
    }

    private void title(Optional<Text> title) {
        List<String> missing = new ArrayList<>();
        for (Locale language : options.languages()) {
            boolean there = title.isPresent() && title.get().texts().containsKey(language.toLanguageTag());
            if (!there) {
                missing.add(language.toLanguageTag());
            }
        }
        if (title.isEmpty()) {
            tell(
                    FindingRule.TITLE_MISSING,
                    "It has no title.",
                    "Lists show the name of its module.",
                    "Add \"title\" to plugin.json, by language: {\"en\": \"…\"}.");
        } else if (!missing.isEmpty()) {
            tell(
                    FindingRule.TITLE_MISSING,
                    "It has no title in " + String.join(", ", missing) + ".",
                    "",
                    "Add it under \"title\" in plugin.json.");
        }
    }

    private void support(PluginManifest manifest) {
        if (manifest.supportEnd().isEmpty()) {
            tell(
                    FindingRule.SUPPORT_END_MISSING,
                    "It does not say until when its vendor mends it.",
                    "",
                    "Add \"supportEnd\" to plugin.json, for example \"2031-12-31\".");
        } else if (manifest.supportEnd().get().isBefore(options.today())) {
            tell(
                    FindingRule.SUPPORT_ENDED,
                    "Its vendor stopped mending it on " + manifest.supportEnd().get() + ".",
                    "",
                    "Ask the vendor for a later version.");
        }
    }

    /** Declarations that no class file bears out. */
    void declared(Set<UseKind> usedKinds) {
        for (UseKind kind : facts.manifest().uses()) {
            if (!usedKinds.contains(kind)) {
                found.accept(Finding.of(
                        FindingRule.NEEDLESS_DECLARATION,
                        kind.word(),
                        "It declares \"" + kind.word() + "\", which none of its class files shows.",
                        "",
                        "Remove it from \"uses\" in plugin.json, unless it is used in a way that bytecode hides."));
            }
        }
    }

    private void tell(FindingRule rule, String summary, String detail, String advice) {
        found.accept(Finding.of(rule, "", summary, detail, advice));
    }
}
