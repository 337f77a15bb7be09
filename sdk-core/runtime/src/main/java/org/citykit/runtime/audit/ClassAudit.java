package org.citykit.runtime.audit;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Hands every call, method handle and class name in one class file to the tally. Confined. */
final class ClassAudit extends ClassVisitor {
    private final UseTally tally;
    private String className = "";

    ClassAudit(UseTally tally) {
        super(Opcodes.ASM9);
        this.tally = tally;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        className = name.replace('/', '.');
        tally.startClass(name, superName == null ? "" : superName);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            tally.nativeMethod(new Use.Place(className, name, 0));
        }
        return new Code(name);
    }

    private final class Code extends MethodVisitor {
        private final String method;
        private int line;

        Code(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            call(owner, name, descriptor);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            constant(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        private void constant(Object value) {
            if (value instanceof Handle handle) {
                call(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (value instanceof ConstantDynamic dynamic) {
                constant(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            } else if (value instanceof String text) {
                tally.text(text, place());
            }
        }

        private void call(String owner, String name, String descriptor) {
            tally.call(owner, name, descriptor, place());
        }

        private Use.Place place() {
            return new Use.Place(className, method, line);
        }
    }
}
