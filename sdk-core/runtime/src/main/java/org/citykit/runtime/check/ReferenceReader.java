package org.citykit.runtime.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Tells a sink what the code of one class refers to. Confined. */
final class ReferenceReader extends ClassVisitor {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    /** Not {@code Throwable}, which the compiler catches around every resource that it closes. */
    private static final Set<String> CATCHING = Set.of(
            "java/lang/LinkageError",
            "java/lang/NoClassDefFoundError",
            "java/lang/IncompatibleClassChangeError",
            "java/lang/NoSuchMethodError",
            "java/lang/NoSuchFieldError",
            "java/lang/AbstractMethodError",
            "java/lang/IllegalAccessError");

    private final ReferenceSink sink;
    private String className = "";

    private ReferenceReader(ReferenceSink sink) {
        super(Opcodes.ASM9);
        this.sink = sink;
    }

    /** @throws RuntimeException when the bytes are no class file this JVM's generation of tools can read */
    static void read(byte[] bytes, ReferenceSink sink) {
        new ClassReader(bytes).accept(new ReferenceReader(sink), ClassReader.SKIP_FRAMES);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        className = name;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        type(Type.getType(descriptor), new ReferenceSink.Site(className, name, 0, false));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        ReferenceSink.Site site = new ReferenceSink.Site(className, name, 0, false);
        types(Type.getMethodType(descriptor), site);
        return new Code(name);
    }

    private void types(Type method, ReferenceSink.Site site) {
        type(method.getReturnType(), site);
        for (Type argument : method.getArgumentTypes()) {
            type(argument, site);
        }
    }

    private void type(Type type, ReferenceSink.Site site) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            sink.type(element.getInternalName(), site);
        }
    }

    private final class Code extends MethodVisitor {
        private final String method;
        private final Map<Label, Integer> openings = new HashMap<>();
        private final Map<Label, Integer> closings = new HashMap<>();
        private int guards;
        private int line;

        Code(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            if (type == null) {
                return;
            }
            if (CATCHING.contains(type)) {
                openings.merge(start, 1, Integer::sum);
                closings.merge(end, 1, Integer::sum);
            }
            sink.type(type, site());
        }

        @Override
        public void visitLabel(Label label) {
            guards += openings.getOrDefault(label, 0) - closings.getOrDefault(label, 0);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitTypeInsn(int opcode, String name) {
            if (opcode == Opcodes.NEW) {
                sink.made(name, site());
            } else {
                type(Type.getObjectType(name), site());
            }
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            type(Type.getType(descriptor), site());
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            boolean written = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            sink.field(owner, name, descriptor, isStatic, written, site());
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            ReferenceSink.Call call =
                    switch (opcode) {
                        case Opcodes.INVOKESTATIC -> ReferenceSink.Call.STATIC;
                        case Opcodes.INVOKESPECIAL -> ReferenceSink.Call.SPECIAL;
                        default -> ReferenceSink.Call.VIRTUAL;
                    };
            call(owner, name, descriptor, ofInterface, call);
        }

        private void call(String owner, String name, String descriptor, boolean ofInterface, ReferenceSink.Call call) {
            if (owner.startsWith("[")) {
                type(Type.getObjectType(owner), site());
            } else {
                sink.method(owner, name, descriptor, ofInterface, call, site());
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            handle(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
            if (bootstrap.getOwner().equals(LAMBDAS) && arguments.length > 0 && arguments[0] instanceof Type type) {
                sink.lambda(Type.getReturnType(descriptor).getInternalName(), name, type, site());
            }
        }

        private void constant(Object value) {
            if (value instanceof Handle handle) {
                handle(handle);
            } else if (value instanceof Type type) {
                if (type.getSort() == Type.METHOD) {
                    types(type, site());
                } else {
                    type(type, site());
                }
            } else if (value instanceof ConstantDynamic dynamic) {
                handle(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        private void handle(Handle handle) {
            String owner = handle.getOwner();
            switch (handle.getTag()) {
                case Opcodes.H_GETFIELD, Opcodes.H_GETSTATIC, Opcodes.H_PUTFIELD, Opcodes.H_PUTSTATIC ->
                    sink.field(
                            owner,
                            handle.getName(),
                            handle.getDesc(),
                            handle.getTag() == Opcodes.H_GETSTATIC || handle.getTag() == Opcodes.H_PUTSTATIC,
                            handle.getTag() == Opcodes.H_PUTFIELD || handle.getTag() == Opcodes.H_PUTSTATIC,
                            site());
                case Opcodes.H_INVOKESTATIC -> call(handle, ReferenceSink.Call.STATIC);
                case Opcodes.H_NEWINVOKESPECIAL -> {
                    sink.made(owner, site());
                    call(handle, ReferenceSink.Call.SPECIAL);
                }
                case Opcodes.H_INVOKESPECIAL -> call(handle, ReferenceSink.Call.SPECIAL);
                default -> call(handle, ReferenceSink.Call.VIRTUAL);
            }
        }

        private void call(Handle handle, ReferenceSink.Call call) {
            call(handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface(), call);
        }

        private ReferenceSink.Site site() {
            return new ReferenceSink.Site(className, method, line, guards > 0);
        }
    }
}
