package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of rejected rows. */
class RejectsFileTest {

    private static final String REASONS =
            "rejected_file,rejected_line,rejected_code,rejected_column,rejected_found,rejected_expected,";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private String rejects(String... files) {
        String[] words = new String[files.length + 3];
        words[0] = "validate";
        System.arraycopy(files, 0, words, 1, files.length);
        words[files.length + 1] = "--rejects";
        words[files.length + 2] = "rejected.csv";
        CommandLineRun run = workspace.run(words);
        assertThat(run.err()).isEmpty();
        return workspace.read("rejected.csv");
    }

    @Test
    void rowsWithTheirReasons() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,needles,note",
                "A,1,4,fine",
                "B,x,many,\"a \"\"b\"\",\n c\"",
                "C,2,4",
                "D,3,4,x,y,\"z,1\"");

        assertThat(rejects("clinic.csv")).isEqualTo(REASONS + """
                patient_id,session_number,needles,note,rejected_more_fields
                clinic.csv,3,E105 | E105,session_number | needles,text of 1 letter | text of 4 letters,\
                a whole number from 1 to 1000000 | a whole number from 0 to 100000,B,x,many,"a ""b"",
                 c",
                clinic.csv,5,E101,,3 fields,4 fields,C,2,4,,
                clinic.csv,6,E101,,6 fields,4 fields,D,3,4,x,"y,""z,1""\"
                """);
    }

    @Test
    void cellsAreNoFormulas() {
        workspace.file(
                "clinic.csv",
                "patient_id,=HYPERLINK(1),session_number",
                "=1+1,+1,x",
                "-1,@SUM(A1),x",
                "\"\tA\",\"\r\nB\",x",
                "\uFF1D1,a=b,-5");

        assertThat(rejects("clinic.csv").replace(REASONS, "")).isEqualTo("""
                        patient_id,'=HYPERLINK(1),session_number,rejected_more_fields
                        clinic.csv,2,E105,session_number,text of 1 letter,a whole number from 1 to 1000000,'=1+1,'+1,x,
                        clinic.csv,3,E105,session_number,text of 1 letter,a whole number from 1 to 1000000,'-1,'@SUM(A1),x,
                        clinic.csv,4,E105,session_number,text of 1 letter,a whole number from 1 to 1000000,'\tA,"'\r
                        B",x,
                        clinic.csv,6,E105,session_number,2 characters like -9,a whole number from 1 to 1000000,'\uFF1D1,a=b,'-5,
                        """);
    }

    /** A spreadsheet may divide at semicolons or tabs, and then takes what follows one for the begin of a cell. */
    @Test
    void cellsAreNoFormulasWhereverASpreadsheetDividesThem() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,note",
                "A,x,a;=1",
                "B,x,\"a;\"\"@B1\"",
                "C,x,\"a\r\n-1\"",
                "D,x,a\t+1",
                "E,x,a; =1;b-c;5");

        assertThat(rejects("clinic.csv")
                        .replace("E105,session_number,text of 1 letter,a whole number from 1 to 1000000,", "")
                        .replace(REASONS, ""))
                .isEqualTo("""
                        patient_id,session_number,note,rejected_more_fields
                        clinic.csv,2,A,x,a;'=1,
                        clinic.csv,3,B,x,"a;'""@B1",
                        clinic.csv,4,C,x,"a\r
                        '-1",
                        clinic.csv,6,D,x,a\t'+1,
                        clinic.csv,7,E,x,a; =1;b-c;5,
                        """);
    }

    @Test
    void severalFilesShareTheColumnsTheyHave() {
        workspace
                .file("a.csv", "Patient ID,session_number,site,visit note", "A,x,N,m")
                .file("b.csv", "session-number,patient_id,region,\"Visit\nNote\"", "y,B,arm,n");

        assertThat(rejects("a.csv", "b.csv")).isEqualTo(REASONS + """
                Patient ID,session_number,site,visit note,region,rejected_more_fields
                a.csv,2,E105,session_number,text of 1 letter,a whole number from 1 to 1000000,A,x,N,m,,
                b.csv,3,E105,session-number,text of 1 letter,a whole number from 1 to 1000000,B,y,,n,arm,
                """);
    }

    @Test
    void correctedRowsCanBeReadAgain() {
        workspace.file("clinic.csv", "patient_id,session_number", "A,x", "A,y");
        workspace.file(
                "again.csv", rejects("clinic.csv").replace(",x,", ",1,").lines().toList());

        assertThat(rejects("again.csv")).isEqualTo(REASONS + """
                patient_id,session_number,rejected_more_fields
                again.csv,3,E105,session_number,text of 1 letter,a whole number from 1 to 1000000,A,y,
                """);
        assertThat(workspace.json("report", "again.csv", "--max-rejected", "1").rows(0))
                .containsExactly(2, 1, 0, 1);
    }

    @Test
    void aCleanExportLeavesAHeader() {
        workspace.file("clinic.csv", "patient_id,session_number", "A,1").file("rejected.csv", "old");

        assertThat(rejects("clinic.csv")).isEqualTo(REASONS + "patient_id,session_number,rejected_more_fields\n");
        assertThat(workspace.names()).containsExactly("clinic.csv", "rejected.csv");
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        workspace.file("clinic.csv", "patient_id,session_number", "A,x").file("rejected.csv", "old");
        Path file = folder.resolve("rejected.csv");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            rejects("clinic.csv");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    /** A stream that looks at the folder while it is read: the temporary file is there, and closed to others. */
    @Test
    void nobodyElseCanReadItWhileItIsWritten() throws IOException {
        StringBuilder seen = new StringBuilder();
        InputStream rows = new SequenceInputStream(
                stream("patient_id,session_number\n" + "A,x\n".repeat(100_000)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                            for (Path file : files) {
                                seen.append(file.getFileName().toString().replaceAll("\\d+", "N"))
                                        .append(' ')
                                        .append(Files.size(file) > 0)
                                        .append(' ')
                                        .append(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                            }
                        }
                        return -1;
                    }
                });
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            AestatCommand.run(
                    new String[] {"validate", "-", "--rejects", "rejected.csv"},
                    new Environment(
                            rows,
                            new PrintWriter(Writer.nullWriter()),
                            new PrintWriter(Writer.nullWriter()),
                            Map.of(),
                            folder));

            assertThat(seen.toString()).startsWith(".rejected.csv.N.tmp true rw-------");
            assertThat(workspace.names()).containsExactly("rejected.csv");
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clinic.csv      | --rejects: 'clinic.csv' is an input.",
                "./clinic.csv    | --rejects: './clinic.csv' is an input.",
                "m.toml          | --rejects: 'm.toml' is an input.",
                "a.json          | --rejects: 'a.json' is given for --output too.",
                "folder          | --rejects: 'folder' is a directory.",
                "none/rej.csv    | --rejects: 'none/rej.csv' is in a folder that does not exist.",
                "/dev/null       | --rejects: '/dev/null' is no regular file."
            })
    void refusedBeforeAnyRowIsRead(String name, String message) throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        workspace.file("clinic.csv", "patient_id,session_number", "A,x").file("m.toml", "[values]", "yes = [\"oui\"]");

        CommandLineRun run = workspace.run(
                "validate", "clinic.csv", "--mapping", "m.toml", "--rejects", name, "--output", "json=a.json");

        assertThat(run.errLines()).containsExactly(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(workspace.names()).containsExactly("clinic.csv", "folder", "m.toml");
    }
}
