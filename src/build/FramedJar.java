import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives the classes of a jar that were compiled for Java 5 or earlier the stack map frames of Java 8, so that an archive
 * of loaded classes may hold them on every Java. Their code stays what it is.
 *
 * <p>{@code java -cp asm.jar:DEPENDENCIES FramedJar.java JAR}: the jar itself is replaced.
 */
public final class FramedJar {

    private FramedJar() {}

    /** Replaces the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path made = jar.resolveSibling(jar.getFileName() + ".framed");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(made))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                to.write(isOldClass(entry.getName(), content) ? framed(content) : content);
                to.closeEntry();
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isOldClass(String name, byte[] content) {
        if (!name.endsWith(".class") || content.length < 8) {
            return false;
        }
        int version = (content[6] & 0xFF) << 8 | content[7] & 0xFF;
        return version < Opcodes.V1_6;
    }

    private static byte[] framed(byte[] old) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        new ClassReader(old)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visit(
                                    int version, int access, String name, String generic, String parent, String[] interfaces) {
                                super.visit(Opcodes.V1_8, access, name, generic, parent, interfaces);
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
