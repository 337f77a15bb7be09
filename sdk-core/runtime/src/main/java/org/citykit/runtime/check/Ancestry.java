package org.citykit.runtime.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * A class with everything it inherits from, and how the JVM finds members in it (JVMS 17 §5.4.3 and §5.4.6). Immutable.
 *
 * @param classes the class itself, then its superclasses
 * @param interfaces all that any of them implements
 * @param complete whether nothing of it is missing
 */
record Ancestry(List<ClassShape> classes, List<ClassShape> interfaces, boolean complete) {
    private static final String OBJECT = "java/lang/Object";
    private static final int DEPTH = 200;

    static Ancestry of(ClassShape shape, Universe universe) {
        List<ClassShape> classes = new ArrayList<>();
        Map<String, ClassShape> interfaces = new LinkedHashMap<>();
        boolean complete = true;
        Optional<ClassShape> next = Optional.of(shape);
        while (next.isPresent() && classes.size() < DEPTH) {
            ClassShape current = next.get();
            classes.add(current);
            complete &= collect(current, interfaces, universe);
            next = current.superName().isEmpty()
                    ? Optional.empty()
                    : universe.find(current.superName()).map(Universe.Known::shape);
            complete &= next.isPresent() || current.superName().isEmpty();
        }
        return new Ancestry(classes, List.copyOf(interfaces.values()), complete);
    }

    private static boolean collect(ClassShape start, Map<String, ClassShape> interfaces, Universe universe) {
        boolean complete = true;
        Deque<String> open = new ArrayDeque<>(start.interfaces());
        while (!open.isEmpty()) {
            String name = open.poll();
            if (interfaces.containsKey(name)) {
                continue;
            }
            Optional<ClassShape> found = universe.find(name).map(Universe.Known::shape);
            found.ifPresent(it -> {
                interfaces.put(name, it);
                open.addAll(it.interfaces());
            });
            complete &= found.isPresent();
        }
        return complete;
    }

    /** The class itself. */
    ClassShape self() {
        return classes.get(0);
    }

    boolean isBelow(String className) {
        return classes.stream().anyMatch(it -> it.name().equals(className))
                || interfaces.stream().anyMatch(it -> it.name().equals(className));
    }

    /** Whether a member is declared by the class or a superclass, so that nothing missing can come before it. */
    boolean isOfClasses(ClassShape.Member member) {
        return classes.stream().anyMatch(it -> it.name().equals(member.owner()));
    }

    /** The field that a reference means. */
    Optional<ClassShape.Member> field(String key) {
        for (ClassShape shape : classes) {
            if (shape.fields().containsKey(key)) {
                return Optional.of(shape.fields().get(key));
            }
        }
        return interfaces.stream()
                .filter(it -> it.fields().containsKey(key))
                .map(it -> it.fields().get(key))
                .findFirst();
    }

    /** The method that a call means. */
    Optional<ClassShape.Member> method(String name, String descriptor) {
        String key = name + descriptor;
        for (ClassShape shape : classes) {
            if (shape.methods().containsKey(key)) {
                return Optional.of(shape.methods().get(key));
            }
            Optional<ClassShape.Member> any = polymorphic(shape, name);
            if (any.isPresent()) {
                return any;
            }
        }
        List<ClassShape.Member> inherited = inherited(key);
        return inherited.stream()
                .filter(it -> !it.is(Opcodes.ACC_ABSTRACT))
                .findFirst()
                .or(() -> inherited.stream().findFirst());
    }

    /** Methods of handles take any arguments (JVMS 17 §2.9.3). */
    private static Optional<ClassShape.Member> polymorphic(ClassShape shape, String name) {
        if (!shape.name().equals("java/lang/invoke/MethodHandle")
                && !shape.name().equals("java/lang/invoke/VarHandle")) {
            return Optional.empty();
        }
        return shape.methods().values().stream()
                .filter(it -> it.name().equals(name) && it.is(Opcodes.ACC_NATIVE) && it.is(Opcodes.ACC_VARARGS))
                .findFirst();
    }

    private List<ClassShape.Member> inherited(String key) {
        List<ClassShape.Member> found = new ArrayList<>();
        for (ClassShape shape : interfaces) {
            ClassShape.Member member = shape.methods().get(key);
            if (member != null && !member.is(Opcodes.ACC_PRIVATE) && !member.is(Opcodes.ACC_STATIC)) {
                found.add(member);
            }
        }
        return found;
    }

    /** Every abstract method of the class and its ancestors, by name and descriptor. */
    Map<String, ClassShape.Member> abstractMethods() {
        Map<String, ClassShape.Member> all = new LinkedHashMap<>();
        for (List<ClassShape> shapes : List.of(classes, interfaces)) {
            for (ClassShape shape : shapes) {
                shape.methods().values().stream()
                        .filter(it -> it.is(Opcodes.ACC_ABSTRACT))
                        .forEach(it -> all.putIfAbsent(it.key(), it));
            }
        }
        return all;
    }

    /** The abstract methods, and those that interfaces implement. */
    Collection<ClassShape.Member> inheritedMethods() {
        Map<String, ClassShape.Member> all = abstractMethods();
        for (ClassShape shape : interfaces) {
            shape.methods().values().stream()
                    .filter(it -> !it.is(Opcodes.ACC_STATIC) && !it.is(Opcodes.ACC_PRIVATE))
                    .forEach(it -> all.putIfAbsent(it.key(), it));
        }
        return all.values();
    }

    /**
     * What runs when a method is called on an object of the class.
     *
     * @return nothing when nobody implements it, several when more than one interface does
     */
    List<ClassShape.Member> selected(String key, Universe universe) {
        for (ClassShape shape : classes) {
            ClassShape.Member member = shape.methods().get(key);
            if (member != null && !member.is(Opcodes.ACC_STATIC) && !member.is(Opcodes.ACC_PRIVATE)) {
                return member.is(Opcodes.ACC_ABSTRACT) ? List.of() : List.of(member);
            }
        }
        return mostSpecific(inherited(key), universe).stream()
                .filter(it -> !it.is(Opcodes.ACC_ABSTRACT))
                .toList();
    }

    private static List<ClassShape.Member> mostSpecific(List<ClassShape.Member> members, Universe universe) {
        Set<String> overridden = new HashSet<>();
        for (ClassShape.Member member : members) {
            Map<String, ClassShape> above = new LinkedHashMap<>();
            universe.find(member.owner()).ifPresent(it -> collect(it.shape(), above, universe));
            overridden.addAll(above.keySet());
        }
        return members.stream().filter(it -> !overridden.contains(it.owner())).toList();
    }

    /** A final method of a superclass that the class has again. */
    List<ClassShape.Member> overriddenFinals() {
        List<ClassShape.Member> found = new ArrayList<>();
        for (ClassShape above : classes.subList(1, classes.size())) {
            above.methods().values().stream()
                    .filter(it -> it.is(Opcodes.ACC_FINAL)
                            && !it.is(Opcodes.ACC_STATIC)
                            && !it.is(Opcodes.ACC_PRIVATE)
                            && (it.is(Opcodes.ACC_PUBLIC)
                                    || it.is(Opcodes.ACC_PROTECTED)
                                    || above.packageName().equals(self().packageName())))
                    .filter(it -> self().methods().containsKey(it.key())
                            && !self().methods().get(it.key()).is(Opcodes.ACC_STATIC))
                    .forEach(found::add);
        }
        return found;
    }

    static boolean isObject(String name) {
        return name.equals(OBJECT);
    }
}
