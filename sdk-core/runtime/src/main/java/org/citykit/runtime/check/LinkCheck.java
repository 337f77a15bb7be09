package org.citykit.runtime.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.check.Universe.Known;
import org.citykit.runtime.check.Universe.Sight;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Judges every reference of one class as the JVM will when it meets it. Confined. */
final class LinkCheck implements ReferenceSink {
    private final Universe universe;
    private final LinkFindings findings;
    private final ClassShape from;
    private final boolean own;
    private final Map<String, Ancestry> ancestries;

    /**
     * @param from the class that refers
     * @param own whether it is of the plugin's own module, whose readability counts
     * @param ancestries known ones, shared between the classes of a plugin
     */
    LinkCheck(
            Universe universe, LinkFindings findings, ClassShape from, boolean own, Map<String, Ancestry> ancestries) {
        this.universe = universe;
        this.findings = findings;
        this.from = from;
        this.own = own;
        this.ancestries = ancestries;
    }

    @Override
    public void type(String name, Site site) {
        usable(name, site);
    }

    @Override
    public void made(String name, Site site) {
        Optional<Known> known = usable(name, site);
        if (known.isPresent() && known.get().shape().is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) {
            findings.shape(
                    FindingRule.ABSTRACT_CLASS_INSTANTIATED,
                    known.get(),
                    "makes an object of " + Wording.type(name) + ", which is "
                            + (known.get().shape().isInterface() ? "an interface" : "abstract") + " in",
                    "InstantiationError",
                    site);
        }
    }

    @Override
    public void method(String owner, String name, String descriptor, boolean ofInterface, Call call, Site site) {
        Optional<Known> found = usable(owner, site);
        if (found.isEmpty()) {
            return;
        }
        Known known = found.get();
        if (ofInterface != known.shape().isInterface()) {
            turned(known, ofInterface, site);
            return;
        }
        boolean constructor = name.equals("<init>");
        Ancestry ancestry = ancestry(known.shape());
        Optional<ClassShape.Member> member = constructor
                ? Optional.ofNullable(known.shape().methods().get(name + descriptor))
                : ancestry.method(name, descriptor)
                        .or(() -> ofInterface ? ofObject(name, descriptor) : Optional.empty());
        if (member.isEmpty()) {
            if (ancestry.complete()) {
                findings.noMethod(known, name, descriptor, site);
            }
            return;
        }
        if (ancestry.complete() || ancestry.isOfClasses(member.get())) {
            callable(known, member.get(), call, site);
        }
    }

    private Optional<ClassShape.Member> ofObject(String name, String descriptor) {
        return universe.find("java/lang/Object")
                .map(it -> it.shape().methods().get(name + descriptor))
                .filter(it -> it.is(Opcodes.ACC_PUBLIC));
    }

    private void callable(Known known, ClassShape.Member member, Call call, Site site) {
        if (isForbidden(member)) {
            findings.member(FindingRule.ILLEGAL_METHOD_ACCESS, known, member, "calls", site);
        } else if (call == Call.STATIC && !member.is(Opcodes.ACC_STATIC)) {
            findings.member(FindingRule.STATIC_CALL_OF_INSTANCE_METHOD, known, member, "calls", site);
        } else if (call != Call.STATIC && member.is(Opcodes.ACC_STATIC)) {
            findings.member(FindingRule.INSTANCE_CALL_OF_STATIC_METHOD, known, member, "calls", site);
        } else if (call == Call.SPECIAL && member.is(Opcodes.ACC_ABSTRACT)) {
            findings.member(FindingRule.ABSTRACT_METHOD_CALLED, known, member, "calls", site);
        } else if (member.forRemoval() && !known.home().isInside()) {
            findings.removal(known, Wording.member(member), site);
        }
    }

    @Override
    public void field(String owner, String name, String descriptor, boolean isStatic, boolean written, Site site) {
        Optional<Known> found = usable(owner, site);
        if (found.isEmpty()) {
            return;
        }
        Known known = found.get();
        Ancestry ancestry = ancestry(known.shape());
        Optional<ClassShape.Member> member = ancestry.field(name + ":" + descriptor);
        if (member.isEmpty()) {
            if (ancestry.complete()) {
                findings.noField(known, name, descriptor, site);
            }
        } else if (isForbidden(member.get())) {
            findings.member(FindingRule.ILLEGAL_FIELD_ACCESS, known, member.get(), "uses", site);
        } else if (isStatic != member.get().is(Opcodes.ACC_STATIC)) {
            FindingRule rule =
                    isStatic ? FindingRule.STATIC_USE_OF_INSTANCE_FIELD : FindingRule.INSTANCE_USE_OF_STATIC_FIELD;
            findings.member(rule, known, member.get(), "uses", site);
        } else if (written
                && member.get().is(Opcodes.ACC_FINAL)
                && !member.get().owner().equals(from.name())) {
            findings.member(FindingRule.FINAL_FIELD_CHANGED, known, member.get(), "writes", site);
        } else if (member.get().forRemoval() && !known.home().isInside()) {
            findings.removal(known, Wording.member(member.get()), site);
        }
    }

    @Override
    public void lambda(String interfaceName, String method, Type implemented, Site site) {
        Optional<Known> known = universe.find(interfaceName);
        if (known.isEmpty()
                || !known.get().shape().isInterface()
                || known.get().home().kind() == Home.Kind.OWN) {
            return;
        }
        Ancestry ancestry = ancestry(known.get().shape());
        for (ClassShape.Member open : ancestry.abstractMethods().values()) {
            boolean given = open.name().equals(method)
                    && Type.getArgumentTypes(open.descriptor()).length == implemented.getArgumentTypes().length;
            if (!given
                    && ancestry.complete()
                    && ancestry.selected(open.key(), universe).isEmpty()
                    && ofObject(open.name(), open.descriptor()).isEmpty()) {
                findings.open(known.get(), open, "a lambda in " + Wording.type(from.name()), site);
            }
        }
    }

    /** Holds the class itself against what it extends and implements. */
    void inheritance() {
        Site site = new Site(from.name(), "", 0, false);
        if (!from.superName().isEmpty()) {
            usable(from.superName(), site).ifPresent(it -> extended(it, site));
        }
        for (String name : from.interfaces()) {
            usable(name, site).ifPresent(it -> {
                if (!it.shape().isInterface()) {
                    turned(it, true, site);
                } else {
                    permitted(it, site);
                }
            });
        }
        Ancestry ancestry = ancestry(from);
        for (ClassShape.Member member : ancestry.overriddenFinals()) {
            universe.find(member.owner())
                    .ifPresent(
                            it -> findings.member(FindingRule.FINAL_METHOD_OVERRIDDEN, it, member, "overrides", site));
        }
        if (!from.is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE) && ancestry.complete()) {
            ancestry.inheritedMethods().forEach(it -> implemented(ancestry, it, site));
        }
    }

    private void extended(Known parent, Site site) {
        if (parent.shape().isInterface() && !from.isInterface()) {
            turned(parent, false, site);
        } else if (parent.shape().is(Opcodes.ACC_FINAL)) {
            findings.shape(
                    FindingRule.FINAL_CLASS_EXTENDED,
                    parent,
                    "extends " + Wording.type(parent.shape().name()) + ", which is final in",
                    "IncompatibleClassChangeError",
                    site);
        } else {
            permitted(parent, site);
        }
    }

    private void permitted(Known parent, Site site) {
        boolean refused = parent.shape().permitted().isPresent()
                && !parent.shape().permitted().get().contains(from.name());
        if (refused) {
            findings.shape(
                    FindingRule.SEALED_TYPE_EXTENDED,
                    parent,
                    "extends " + Wording.type(parent.shape().name()) + ", which does not permit it in",
                    "IncompatibleClassChangeError",
                    site);
        }
    }

    private void implemented(Ancestry ancestry, ClassShape.Member open, Site site) {
        List<ClassShape.Member> selected = ancestry.selected(open.key(), universe);
        Optional<Known> declared = universe.find(open.owner());
        if (declared.isEmpty()) {
            return;
        }
        if (selected.isEmpty()) {
            findings.open(declared.get(), open, Wording.type(from.name()), site);
        } else if (selected.size() > 1) {
            findings.conflict(declared.get(), selected, Wording.type(from.name()), site);
        }
    }

    private void turned(Known known, boolean wasInterface, Site site) {
        findings.shape(
                wasInterface ? FindingRule.INTERFACE_BECAME_CLASS : FindingRule.CLASS_BECAME_INTERFACE,
                known,
                "uses " + Wording.type(known.shape().name()) + " as "
                        + (wasInterface ? "an interface, and it is a class in" : "a class, and it is an interface in"),
                "IncompatibleClassChangeError",
                site);
    }

    /** The class, when there is one that may be used here; otherwise it is told. */
    private Optional<Known> usable(String name, Site site) {
        Optional<Known> found = universe.find(name);
        if (found.isEmpty()) {
            findings.noClass(name, site);
            return found;
        }
        Known known = found.get();
        if (known.shape().packageName().equals(from.packageName())
                && known.home().isInside()) {
            return found;
        }
        if (own && known.sight() != Sight.VISIBLE) {
            findings.notVisible(known, site);
            return Optional.empty();
        }
        if (!known.shape().is(Opcodes.ACC_PUBLIC)) {
            findings.shape(
                    FindingRule.ILLEGAL_CLASS_ACCESS,
                    known,
                    "uses " + Wording.type(name) + ", which is not public in",
                    "IllegalAccessError",
                    site);
            return Optional.empty();
        }
        if (known.shape().forRemoval() && !known.home().isInside()) {
            findings.removal(known, Wording.type(name), site);
        }
        return found;
    }

    /** Whether a member is out of reach (JVMS 17 §5.4.4). */
    private boolean isForbidden(ClassShape.Member member) {
        if (member.is(Opcodes.ACC_PUBLIC) || member.owner().equals(from.name())) {
            return false;
        }
        Optional<Known> declared = universe.find(member.owner());
        if (declared.isEmpty()) {
            return false;
        }
        if (member.is(Opcodes.ACC_PRIVATE)) {
            return !declared.get().shape().nest().equals(from.nest());
        }
        boolean together = declared.get().home().isInside()
                && declared.get().shape().packageName().equals(from.packageName());
        Ancestry ours = ancestry(from);
        boolean inherited = member.is(Opcodes.ACC_PROTECTED) && (ours.isBelow(member.owner()) || !ours.complete());
        return !together && !inherited;
    }

    private Ancestry ancestry(ClassShape shape) {
        return ancestries.computeIfAbsent(shape.name(), it -> Ancestry.of(shape, universe));
    }

    /** A fresh store of ancestries. */
    static Map<String, Ancestry> ancestries() {
        return new HashMap<>();
    }
}
