package org.citykit.runtime.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the shape of one class file. Confined. */
final class ShapeReader extends ClassVisitor {
    private static final String DEPRECATED = "Ljava/lang/Deprecated;";

    private final Map<String, ClassShape.Member> methods = new HashMap<>();
    private final Map<String, ClassShape.Member> fields = new HashMap<>();
    private final Set<String> permitted = new HashSet<>();
    private String name = "";
    private String superName = "";
    private List<String> interfaces = List.of();
    private String nest = "";
    private int access;
    private boolean forRemoval;

    private ShapeReader() {
        super(Opcodes.ASM9);
    }

    /** @throws RuntimeException when the bytes are no class file this JVM's generation of tools can read */
    static ClassShape read(byte[] bytes) {
        ShapeReader reader = new ShapeReader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassShape(
                reader.name,
                reader.access,
                reader.superName,
                reader.interfaces,
                Map.copyOf(reader.methods),
                Map.copyOf(reader.fields),
                reader.permitted.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(reader.permitted)),
                reader.nest.isEmpty() ? reader.name : reader.nest,
                reader.forRemoval);
    }

    @Override
    public void visit(
            int version,
            int flags,
            String ownName,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] implemented) {
        access = flags;
        name = ownName;
        superName = parent == null ? "" : parent;
        interfaces = implemented == null ? List.of() : List.of(implemented);
    }

    @Override
    public void visitNestHost(String host) {
        nest = host;
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        permitted.add(subclass);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return removal(descriptor, it -> forRemoval = it);
    }

    @Override
    public FieldVisitor visitField(
            int flags, String member, String descriptor, @Nullable String signature, @Nullable Object value) {
        String key = member + ":" + descriptor;
        fields.put(key, new ClassShape.Member(name, member, descriptor, flags, false));
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return removal(
                        annotation, it -> fields.put(key, new ClassShape.Member(name, member, descriptor, flags, it)));
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String member, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        String key = member + descriptor;
        methods.put(key, new ClassShape.Member(name, member, descriptor, flags, false));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return removal(
                        annotation, it -> methods.put(key, new ClassShape.Member(name, member, descriptor, flags, it)));
            }
        };
    }

    private static @Nullable AnnotationVisitor removal(String annotation, Consumer<Boolean> found) {
        if (!annotation.equals(DEPRECATED)) {
            return null;
        }
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String key, Object value) {
                if (key.equals("forRemoval")) {
                    found.accept(Boolean.TRUE.equals(value));
                }
            }
        };
    }
}
