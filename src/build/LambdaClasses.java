import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes ordinary classes of the lambdas in a jar. Java links each lambda when it is first met, at every start anew,
 * even if its class comes from an archive; that takes several times as long as loading an ordinary class from there.
 *
 * <p>{@code java -cp asm.jar LambdaClasses.java JAR PACKAGE}: the jar itself is replaced. A lambda stays as it is where
 * it can be written to a file, or a number would have to change its type.
 */
public final class LambdaClasses {

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();

    private LambdaClasses() {}

    /** Replaces the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        String inPackage = arguments[1].replace('.', '/') + "/";
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long time = 0;
        Path changed = jar.resolveSibling(jar.getFileName() + ".changed");
        LambdaClasses lambdas = new LambdaClasses();
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                boolean isOwn = entry.getName().startsWith(inPackage) && entry.getName().endsWith(".class");
                entries.put(entry.getName(), isOwn ? lambdas.withoutLambdas(content) : content);
                time = entry.getTime(); // the same for all, as the build is reproducible
            }
            lambdas.members.forEach((host, names) ->
                    entries.compute(host + ".class", (name, content) -> withMembers(content, names)));
            lambdas.made.forEach((name, content) -> entries.put(name + ".class", content));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry copy = new ZipEntry(entry.getKey());
                copy.setTime(time);
                to.putNextEntry(copy);
                to.write(entry.getValue());
                to.closeEntry();
            }
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] withoutLambdas(byte[] content) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(content).accept(new Rewriting(writer), 0);
        return writer.toByteArray();
    }

    private static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                members.forEach(writer::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    /** Replaces every lambda of a class. */
    private final class Rewriting extends ClassVisitor {

        private String name;
        private String host;
        private int version;
        private int count;

        Rewriting(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visit(int version, int access, String name, String generic, String parent, String[] interfaces) {
            this.version = version;
            this.name = name;
            host = name;
            super.visit(version, access, name, generic, parent, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String generic, String[] exceptions) {
            MethodVisitor writer = super.visitMethod(access, method, type, generic, exceptions);
            return new MethodVisitor(Opcodes.ASM9, writer) {
                @Override
                public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... arguments) {
                    if (!replaced(this, name, Type.getMethodType(type), maker, arguments)) {
                        super.visitInvokeDynamicInsn(name, type, maker, arguments);
                    }
                }
            };
        }

        private boolean replaced(MethodVisitor code, String method, Type type, Handle maker, Object[] arguments) {
            if (!maker.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                    || !maker.getName().equals("metafactory")) {
                return false;
            }
            String made = name + "$Lambda" + (count + 1);
            LambdaClass lambda = new LambdaClass(
                    made, method, type, (Type) arguments[0], (Handle) arguments[1], (Type) arguments[2]);
            if (!lambda.isPossible()) {
                return false;
            }
            count++;
            LambdaClasses.this.made.put(made, lambda.bytes(version, host));
            members.computeIfAbsent(host, key -> new ArrayList<>()).add(made);
            if (type.getArgumentTypes().length == 0) {
                code.visitFieldInsn(Opcodes.GETSTATIC, made, "ONE", type.getReturnType().getDescriptor());
            } else {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, made, "of", type.getDescriptor(), false);
            }
            return true;
        }
    }

    /**
     * The class of a lambda.
     *
     * @param name its name
     * @param method the method of the interface
     * @param factory what the lambda captures, and the interface
     * @param erased the types of that method
     * @param body what the lambda calls
     * @param types the types of the method for this lambda
     */
    private record LambdaClass(String name, String method, Type factory, Type erased, Handle body, Type types) {

        private static final String OBJECT = "java/lang/Object";

        private boolean isConstructor() {
            return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        }

        /** What the body takes, with the object that it is called on. */
        private List<Type> taken() {
            List<Type> taken = new ArrayList<>();
            if (body.getTag() != Opcodes.H_INVOKESTATIC && !isConstructor()) {
                taken.add(Type.getObjectType(body.getOwner()));
            }
            taken.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
            return taken;
        }

        private Type given() {
            return isConstructor() ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
        }

        /** What the body is given: what was captured, then the arguments. */
        private List<Type> passed() {
            List<Type> passed = new ArrayList<>(List.of(factory.getArgumentTypes()));
            passed.addAll(List.of(types.getArgumentTypes()));
            return passed;
        }

        boolean isPossible() {
            List<Type> taken = taken();
            List<Type> passed = passed();
            boolean possible = isVoid(erased.getReturnType()) || isPossible(given(), types.getReturnType());
            for (int i = 0; i < taken.size(); i++) {
                possible &= isPossible(passed.get(i), taken.get(i));
            }
            return possible;
        }

        private static boolean isPossible(Type from, Type to) {
            return from.equals(to)
                    || (isObject(from) && isObject(to))
                    || (isObject(to) && !isVoid(from))
                    || (isObject(from) && !isVoid(to) && from.getInternalName().equals(box(to)));
        }

        byte[] bytes(int version, String host) {
            ClassWriter to = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            Type[] captured = factory.getArgumentTypes();
            Type face = factory.getReturnType();
            int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
            to.visit(version, access, name, null, OBJECT, new String[] {face.getInternalName()});
            to.visitNestHost(host);
            for (int i = 0; i < captured.length; i++) {
                int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
                to.visitField(field, "c" + i, captured[i].getDescriptor(), null, null);
            }
            constructor(to, captured);
            if (captured.length == 0) {
                to.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "ONE", face.getDescriptor(), null, null);
                MethodVisitor one = code(to, Opcodes.ACC_STATIC, "<clinit>", "()V");
                create(one, captured);
                one.visitFieldInsn(Opcodes.PUTSTATIC, name, "ONE", face.getDescriptor());
                end(one, Type.VOID_TYPE);
            } else {
                MethodVisitor of = code(to, Opcodes.ACC_STATIC, "of", factory.getDescriptor());
                create(of, captured);
                end(of, face);
            }
            method(to, captured);
            to.visitEnd();
            return to.toByteArray();
        }

        private void constructor(ClassWriter to, Type[] captured) {
            MethodVisitor code =
                    code(to, Opcodes.ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured));
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
            int place = 1;
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), place);
                code.visitFieldInsn(Opcodes.PUTFIELD, name, "c" + i, captured[i].getDescriptor());
                place += captured[i].getSize();
            }
            end(code, Type.VOID_TYPE);
        }

        private void create(MethodVisitor code, Type[] captured) {
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            int place = 0;
            for (Type type : captured) {
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
                place += type.getSize();
            }
            code.visitMethodInsn(
                    Opcodes.INVOKESPECIAL, name, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured), false);
        }

        private void method(ClassWriter to, Type[] captured) {
            MethodVisitor code = code(to, Opcodes.ACC_PUBLIC, method, erased.getDescriptor());
            if (isConstructor()) {
                code.visitTypeInsn(Opcodes.NEW, body.getOwner());
                code.visitInsn(Opcodes.DUP);
            }
            List<Type> taken = taken();
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitFieldInsn(Opcodes.GETFIELD, name, "c" + i, captured[i].getDescriptor());
                convert(code, captured[i], taken.get(i));
            }
            int place = 1;
            for (int i = 0; i < types.getArgumentTypes().length; i++) {
                Type type = types.getArgumentTypes()[i];
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
                convert(code, erased.getArgumentTypes()[i], type);
                convert(code, type, taken.get(captured.length + i));
                place += type.getSize();
            }
            code.visitMethodInsn(call(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
            Type result = erased.getReturnType();
            if (!isVoid(result)) {
                convert(code, given(), types.getReturnType());
            } else if (!isVoid(given())) {
                code.visitInsn(given().getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
            end(code, result);
        }

        private int call() {
            return switch (body.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            };
        }

        private static MethodVisitor code(ClassWriter to, int access, String method, String type) {
            MethodVisitor code = to.visitMethod(access, method, type, null, null);
            code.visitCode();
            return code;
        }

        private static void end(MethodVisitor code, Type result) {
            code.visitInsn(result.getOpcode(Opcodes.IRETURN));
            code.visitMaxs(0, 0);
            code.visitEnd();
        }

        private static void convert(MethodVisitor code, Type from, Type to) {
            if (from.equals(to)) {
                return;
            }
            if (!isObject(from)) {
                String box = box(from);
                String type = Type.getMethodDescriptor(Type.getObjectType(box), from);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", type, false);
            } else if (!isObject(to)) {
                String type = Type.getMethodDescriptor(to);
                code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box(to), to.getClassName() + "Value", type, false);
            } else if (!to.getInternalName().equals(OBJECT)) {
                code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
            }
        }

        private static boolean isObject(Type type) {
            return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
        }

        private static boolean isVoid(Type type) {
            return type.getSort() == Type.VOID;
        }

        private static String box(Type primitive) {
            return switch (primitive.getSort()) {
                case Type.BOOLEAN -> "java/lang/Boolean";
                case Type.CHAR -> "java/lang/Character";
                case Type.BYTE -> "java/lang/Byte";
                case Type.SHORT -> "java/lang/Short";
                case Type.INT -> "java/lang/Integer";
                case Type.LONG -> "java/lang/Long";
                case Type.FLOAT -> "java/lang/Float";
                default -> "java/lang/Double";
            };
        }
    }
}
