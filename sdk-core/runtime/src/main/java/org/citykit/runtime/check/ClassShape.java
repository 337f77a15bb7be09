package org.citykit.runtime.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * What others can see of one class file: its members and what it inherits from. Immutable.
 *
 * @param name with slashes, as in class files
 * @param access its flags
 * @param superName empty for {@code Object} and modules
 * @param interfaces those it names itself
 * @param methods by name and descriptor
 * @param fields by name, a colon and descriptor
 * @param permitted who may extend it, or nothing when it is not sealed
 * @param nest the host of its nest
 * @param forRemoval whether it is deprecated for removal
 */
record ClassShape(
        String name,
        int access,
        String superName,
        List<String> interfaces,
        Map<String, Member> methods,
        Map<String, Member> fields,
        Optional<Set<String>> permitted,
        String nest,
        boolean forRemoval) {
    /**
     * A method or field.
     *
     * @param owner the class that declares it
     */
    record Member(String owner, String name, String descriptor, int access, boolean forRemoval) {
        boolean is(int flag) {
            return (access & flag) != 0;
        }

        String key() {
            return name + descriptor;
        }
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    boolean isEnum() {
        return "java/lang/Enum".equals(superName);
    }

    boolean isRecord() {
        return "java/lang/Record".equals(superName);
    }

    String packageName() {
        return packageOf(name);
    }

    static String packageOf(String name) {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end);
    }
}
