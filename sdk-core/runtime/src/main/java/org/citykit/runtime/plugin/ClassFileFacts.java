package org.citykit.runtime.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What one class file says about being a provider or a settings record. Confined. */
final class ClassFileFacts extends ClassVisitor {
    private static final String ANNOTATION = "Lorg/citykit/api/Provider;";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean annotated;
    private boolean usable;
    private boolean record;
    private boolean constructible;

    private ClassFileFacts() {
        super(Opcodes.ASM9);
    }

    /** @throws RuntimeException when the bytes are no class file this JVM's generation of tools can read */
    static ClassFileFacts read(byte[] bytes) {
        ClassFileFacts facts = new ClassFileFacts();
        new ClassReader(bytes).accept(facts, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return facts;
    }

    boolean isAnnotated() {
        return annotated;
    }

    boolean isRecord() {
        return record;
    }

    /** Whether it is a public class that can be made without arguments. */
    boolean isConstructible() {
        return usable && constructible;
    }

    String id() {
        return values.get("id") instanceof String id ? id : "";
    }

    String settingsName() {
        return values.get("settings") instanceof Type type ? type.getClassName() : "";
    }

    String settingsPath() {
        return values.get("settings") instanceof Type type ? type.getInternalName() : "";
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        usable = (access & Opcodes.ACC_PUBLIC) != 0 && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
        record = "java/lang/Record".equals(superName);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!descriptor.equals(ANNOTATION)) {
            return null;
        }
        annotated = true;
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String name, Object value) {
                values.put(name, value);
            }
        };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (name.equals("<init>") && descriptor.equals("()V") && (access & Opcodes.ACC_PUBLIC) != 0) {
            constructible = true;
        }
        return null;
    }
}
