package org.citykit.runtime.plugin;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class file with a constant that is made from itself: whoever follows it comes to no end. */
public final class EndlessClass {
    private static final int DYNAMIC = 17;
    private static final int DEPTH = 300_000;

    private EndlessClass() {}

    /**
     * Its bytes.
     *
     * @param name with slashes
     */
    public static byte[] bytes(String name) {
        ClassWriter out = new ClassWriter(0);
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor run = out.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        Handle maker = new Handle(Opcodes.H_INVOKESTATIC, name, "make", "()Ljava/lang/Object;", false);
        run.visitCode();
        run.visitLdcInsn(new ConstantDynamic("endless", "Ljava/lang/Object;", maker, 1));
        run.visitInsn(Opcodes.POP);
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(1, 0);
        run.visitEnd();
        out.visitEnd();
        byte[] bytes = out.toByteArray();
        // The file ends with the index of the only argument.
        ByteBuffer.wrap(bytes).putShort(bytes.length - 2, constant(bytes));
        return bytes;
    }

    /** A class file with an annotation {@code Provider} whose lists lie in each other, far too deep. */
    public static byte[] nested(String name) {
        ClassWriter out = new ClassWriter(0);
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        AnnotationVisitor provider = out.visitAnnotation("Lorg/citykit/api/Provider;", true);
        Deque<AnnotationVisitor> lists = new ArrayDeque<>(List.of(provider.visitArray("id")));
        for (int i = 0; i < DEPTH; i++) {
            lists.push(lists.element().visitArray(null));
        }
        lists.forEach(AnnotationVisitor::visitEnd);
        provider.visitEnd();
        out.visitEnd();
        return out.toByteArray();
    }

    private static short constant(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        for (int i = 1; i < reader.getItemCount(); i++) {
            if (reader.getItem(i) > 0 && bytes[reader.getItem(i) - 1] == DYNAMIC) {
                return (short) i;
            }
        }
        throw new IllegalStateException("it holds no such constant");
    }
}
