package org.citykit.runtime.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.citykit.runtime.check.ReferenceSink.Site;
import org.citykit.runtime.check.Universe.Known;
import org.citykit.runtime.check.Universe.Sight;
import org.objectweb.asm.Opcodes;

/** Puts what is wrong with references into words. Confined. */
final class LinkFindings {
    private static final Set<String> HOST =
            Set.of("runtime", "portal", "store", "text", "twinning", "events", "crisis", "host", "testkit");

    private final Universe universe;
    private final Wording wording;
    private final Consumer<Finding> found;
    private final String archive;

    /** @param archive the jar whose classes refer */
    LinkFindings(Universe universe, Wording wording, String archive, Consumer<Finding> found) {
        this.universe = universe;
        this.wording = wording;
        this.archive = archive;
        this.found = found;
    }

    void noClass(String name, Site site) {
        String packageName = ClassShape.packageOf(name);
        if (isHosts(name)) {
            tell(
                    FindingRule.HOST_CLASS_USED,
                    Wording.type(name),
                    user(site) + " uses " + Wording.type(name)
                            + ", which belongs to the portal and is hidden from plugins.",
                    "NoClassDefFoundError",
                    "Use what the API offers; if something is missing there, ask for it.",
                    site);
            return;
        }
        Optional<String> platform = Wording.platformModule(packageName);
        String advice = platform.isPresent()
                ? "Start the portal with the module of the JDK that has it (--add-modules), or do without."
                : "Put the library that has it into lib/ of the plugin's zip, or name the plugin that exports it under"
                        + " requires in plugin.json.";
        if (universe.hasPackage(packageName)) {
            tell(
                    FindingRule.CLASS_NOT_FOUND,
                    Wording.type(name),
                    user(site) + " uses " + Wording.type(name) + ", which is not there.",
                    "NoClassDefFoundError",
                    universe.find(name).map(it -> wording.advice(it.home())).orElse(advice),
                    optional(site, packageName));
        } else {
            tell(
                    FindingRule.PACKAGE_NOT_FOUND,
                    Wording.type(packageName.isEmpty() ? name : packageName),
                    user(site) + " uses " + Wording.type(name) + " of a package that nobody brings.",
                    "NoClassDefFoundError",
                    advice,
                    optional(site, packageName));
        }
    }

    private Site optional(Site site, String packageName) {
        boolean optional = site.caught() || universe.mayBeOptional(packageName);
        return new Site(site.className(), site.method(), site.line(), optional);
    }

    private static boolean isHosts(String name) {
        String[] parts = name.split("/", 4);
        return parts.length == 4 && parts[0].equals("org") && parts[1].equals("citykit") && HOST.contains(parts[2]);
    }

    void notVisible(Known known, Site site) {
        String name = Wording.type(known.shape().name());
        String why = known.sight() == Sight.NOT_READ
                ? "the plugin's module does not require " + known.home().name()
                : wording.owner(known.home()) + " does not export its package";
        tell(
                FindingRule.PACKAGE_NOT_VISIBLE,
                name,
                user(site) + " uses " + name + ", but " + why + ".",
                "IllegalAccessError",
                known.sight() == Sight.NOT_READ
                        ? "Add 'requires " + known.home().name() + ";' to module-info.java."
                        : "Use a package that is exported; this one is internal.",
                site);
    }

    void noMethod(Known owner, String name, String descriptor, Site site) {
        String method = Wording.method(owner.shape().name(), name, descriptor);
        boolean record = owner.shape().isRecord() && name.equals("<init>");
        tell(
                record ? FindingRule.RECORD_COMPONENTS_CHANGED : FindingRule.METHOD_NOT_FOUND,
                subject(owner, name + descriptor),
                record
                        ? user(site) + " makes the record "
                                + Wording.type(owner.shape().name())
                                + " with components that it does not have in " + wording.owner(owner.home()) + ": "
                                + method + "."
                        : user(site) + " calls " + method + ", which " + wording.owner(owner.home())
                                + " does not have.",
                "NoSuchMethodError",
                (Wording.others(owner.shape(), name) + " " + wording.advice(owner.home())).strip(),
                site);
    }

    void noField(Known owner, String name, String descriptor, Site site) {
        boolean constant =
                owner.shape().isEnum() && descriptor.equals("L" + owner.shape().name() + ";");
        String field = Wording.simple(owner.shape().name()) + "." + name;
        tell(
                constant ? FindingRule.ENUM_CONSTANT_NOT_FOUND : FindingRule.FIELD_NOT_FOUND,
                subject(owner, name),
                user(site) + " uses the " + (constant ? "constant " : "field ") + field + ", which "
                        + wording.owner(owner.home()) + " does not have.",
                "NoSuchFieldError",
                wording.advice(owner.home()),
                site);
    }

    /** A member that is there, and not as it is used. */
    void member(FindingRule rule, Known owner, ClassShape.Member member, String verb, Site site) {
        tell(
                rule,
                Wording.type(member.owner()) + "." + member.key(),
                user(site) + " " + verb + " " + Wording.member(member) + ", which is " + how(rule, member) + " in "
                        + wording.owner(owner.home()) + ".",
                error(rule),
                wording.advice(owner.home()),
                site);
    }

    private static String how(FindingRule rule, ClassShape.Member member) {
        return switch (rule) {
            case STATIC_CALL_OF_INSTANCE_METHOD, STATIC_USE_OF_INSTANCE_FIELD -> "not static";
            case INSTANCE_CALL_OF_STATIC_METHOD, INSTANCE_USE_OF_STATIC_FIELD -> "static";
            case FINAL_FIELD_CHANGED, FINAL_METHOD_OVERRIDDEN -> "final";
            case ABSTRACT_METHOD_CALLED -> "abstract";
            default -> access(member);
        };
    }

    private static String access(ClassShape.Member member) {
        if (member.is(Opcodes.ACC_PRIVATE)) {
            return "private";
        }
        return member.is(Opcodes.ACC_PROTECTED) ? "protected" : "visible in its package only";
    }

    private static String error(FindingRule rule) {
        return switch (rule) {
            case ILLEGAL_METHOD_ACCESS, ILLEGAL_FIELD_ACCESS, FINAL_FIELD_CHANGED -> "IllegalAccessError";
            case ABSTRACT_METHOD_CALLED -> "AbstractMethodError";
            default -> "IncompatibleClassChangeError";
        };
    }

    /** A class that is there, and not as it is used. */
    void shape(FindingRule rule, Known known, String what, String error, Site site) {
        tell(
                rule,
                Wording.type(known.shape().name()),
                user(site) + " " + what + " " + wording.owner(known.home()) + ".",
                error,
                wording.advice(known.home()),
                site);
    }

    void open(Known declared, ClassShape.Member open, String who, Site site) {
        tell(
                FindingRule.ABSTRACT_METHOD_NOT_IMPLEMENTED,
                Wording.type(site.className()) + " " + subject(declared, open.key()),
                who + " does not implement " + Wording.member(open) + " of " + wording.owner(declared.home()) + ".",
                "AbstractMethodError",
                "Implement it. " + wording.advice(declared.home()),
                site);
    }

    void conflict(Known declared, List<ClassShape.Member> several, String who, Site site) {
        tell(
                FindingRule.DEFAULT_METHODS_CONFLICT,
                Wording.type(site.className()) + " "
                        + subject(declared, several.get(0).key()),
                who + " inherits " + several.stream().map(Wording::member).collect(Collectors.joining(" and "))
                        + " and does not say which.",
                "IncompatibleClassChangeError",
                "Implement the method in " + who + ".",
                site);
    }

    void removal(Known known, String what, Site site) {
        if (known.home().kind() == Home.Kind.PLUGIN) {
            return;
        }
        tell(
                FindingRule.DEPRECATED_FOR_REMOVAL,
                Wording.type(known.shape().name()) + " " + what,
                user(site) + " uses " + what + ", which " + wording.owner(known.home()) + " will lose.",
                "",
                "Use what its documentation names instead.",
                site);
    }

    private void tell(FindingRule rule, String subject, String summary, String error, String advice, Site site) {
        String detail = error.isEmpty()
                ? ""
                : site.caught()
                        ? "The plugin seems to do without it: the java.lang." + error + " is caught, or the module is"
                                + " optional."
                        : "It ends in java.lang." + error + " when the code runs.";
        Severity severity = site.caught() && rule.severity() == Severity.ERROR ? Severity.NOTE : rule.severity();
        found.accept(new Finding(
                rule.anchor(), severity, archive, subject, List.of(site.told()), 1, summary, detail, advice));
    }

    private static String subject(Known owner, String member) {
        return Wording.type(owner.shape().name()) + "." + member;
    }

    private static String user(Site site) {
        return Wording.type(site.className());
    }
}
