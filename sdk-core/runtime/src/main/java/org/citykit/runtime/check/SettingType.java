package org.citykit.runtime.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * The type of a record's component with its arguments (JVMS 17 §4.7.9.1). Immutable.
 *
 * @param name with slashes; a descriptor for primitives and arrays
 * @param arguments what stands between its angle brackets
 */
record SettingType(String name, List<SettingType> arguments) {
    SettingType {
        arguments = List.copyOf(arguments);
    }

    /** A component of a record. */
    record Component(String name, SettingType type) {}

    /** The components of a record of a jar; none when it is not there or unreadable. */
    static List<Component> components(JarClasses jar, String className) {
        List<Component> components = new ArrayList<>();
        try {
            jar.bytes(className)
                    .ifPresent(bytes -> new ClassReader(bytes)
                            .accept(new Reader(components), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError unreadable) {
            // A settings record that cannot be read is refused when the plugin file is read.
            components.clear();
        }
        return components;
    }

    String shown() {
        String own = name.length() == 1 || name.startsWith("[")
                ? org.objectweb.asm.Type.getType(name).getClassName()
                : Wording.type(name);
        return arguments.isEmpty()
                ? own
                : own + "<" + arguments.stream().map(SettingType::shown).collect(Collectors.joining(", ")) + ">";
    }

    private static final class Reader extends ClassVisitor {
        private final List<Component> components;

        Reader(List<Component> components) {
            super(Opcodes.ASM9);
            this.components = components;
        }

        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(
                String name, String descriptor, @Nullable String signature) {
            components.add(new Component(name, new Signature(signature == null ? descriptor : signature).type()));
            return null;
        }
    }

    /** Reads one signature from left to right. */
    private static final class Signature {
        private final String text;
        private int at;

        Signature(String text) {
            this.text = text;
        }

        SettingType type() {
            char first = text.charAt(at);
            if (first != 'L') {
                int start = at;
                skip();
                return new SettingType(text.substring(start, at), List.of());
            }
            StringBuilder name = new StringBuilder();
            List<SettingType> arguments = new ArrayList<>();
            for (at++; text.charAt(at) != ';'; ) {
                char c = text.charAt(at);
                if (c == '<') {
                    at++;
                    arguments.clear();
                    while (text.charAt(at) != '>') {
                        arguments.add(argument());
                    }
                } else {
                    name.append(c == '.' ? '$' : c);
                }
                at++;
            }
            at++;
            return new SettingType(name.toString(), arguments);
        }

        private SettingType argument() {
            char first = text.charAt(at);
            if (first == '*') {
                at++;
                return new SettingType("java/lang/Object", List.of());
            }
            if (first == '+' || first == '-') {
                at++;
                type();
                return new SettingType("java/lang/Object", List.of());
            }
            return type();
        }

        private void skip() {
            while (text.charAt(at) == '[') {
                at++;
            }
            if (text.charAt(at) == 'L') {
                type();
            } else if (text.charAt(at) == 'T') {
                at = text.indexOf(';', at) + 1;
            } else {
                at++;
            }
        }
    }
}
