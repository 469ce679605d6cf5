package org.aestat.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Makes damaged exports out of the samples: the same number always makes the same one. */
final class ExportMutator {

    private static final String[] WORDS = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "|",
        "^",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\0",
        "\uFEFF",
        "sep=;\n",
        "\\N",
        "\\",
        "\u001B[31m",
        "=1+1",
        "\u202E",
        "yes",
        "no",
        "mild",
        "5",
        "-1",
        "-99",
        "1e9",
        "9".repeat(30),
        "2025-02-30",
        "31/01/2025",
        "n/a",
        "\uD83D\uDE00",
        "\u2028",
        "\u0085",
        "patient_id",
        "session_number",
        "soreness_at_24h",
        "bruising; bleeding",
        " ",
        "\u00A0"
    };
    private static final int MOST_LINES = 40;

    private final List<List<String>> samples = new ArrayList<>();

    /** A mutator of all exports in a folder. */
    ExportMutator(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                samples.add(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The damaged export of a number; its first three bytes choose how it is read. */
    byte[] mutant(long number) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> sample = samples.get(random.nextInt(samples.size()));
        List<String> lines = new ArrayList<>();
        lines.add(sample.get(0));
        int first = 1 + random.nextInt(Math.max(1, sample.size() - 1));
        lines.addAll(sample.subList(
                Math.min(first, sample.size()), Math.min(sample.size(), first + random.nextInt(MOST_LINES))));
        for (int change = random.nextInt(4); change > 0; change--) {
            changeLines(lines, random);
        }
        String end = random.nextInt(4) == 0 ? "\r\n" : random.nextInt(8) == 0 ? "\r" : "\n";
        byte[] bytes = encoded(String.join(end, lines) + (random.nextBoolean() ? end : ""), random);
        for (int change = random.nextInt(3) - 1; change > 0 && bytes.length > 0; change--) {
            bytes = changeBytes(bytes, random);
        }
        return concat(choice(random), random.nextInt(20) == 0 ? packed(bytes, random) : bytes);
    }

    private static byte[] choice(SplittableRandom random) {
        byte[] choice = new byte[3];
        if (random.nextInt(6) == 0) {
            random.nextBytes(choice);
        } else {
            choice[2] = (byte) random.nextInt(80);
        }
        return choice;
    }

    private static void changeLines(List<String> lines, SplittableRandom random) {
        int place = random.nextInt(lines.size());
        String line = lines.get(place);
        switch (random.nextInt(7)) {
            case 0 -> lines.add(place, line);
            case 1 -> lines.set(place, line.substring(0, random.nextInt(line.length() + 1)));
            case 2 -> {
                if (lines.size() > 1) {
                    lines.add(random.nextInt(lines.size()), lines.remove(place));
                }
            }
            case 3 -> {
                int from = random.nextInt(lines.size());
                List<String> block = new ArrayList<>(lines.subList(from, Math.min(lines.size(), from + 5)));
                lines.addAll(random.nextInt(lines.size() + 1), block);
            }
            case 4 -> {
                if (lines.size() > 1) {
                    lines.remove(place);
                }
            }
            default -> {
                String[] cells = line.split(",", -1);
                cells[random.nextInt(cells.length)] = WORDS[random.nextInt(WORDS.length)];
                lines.set(place, String.join(",", cells));
            }
        }
    }

    private static byte[] encoded(String text, SplittableRandom random) {
        return switch (random.nextInt(24)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 4 -> text.replace(',', ';').getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replace(',', '\t').getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] changeBytes(byte[] bytes, SplittableRandom random) {
        int place = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, place + 1 + random.nextInt(40));
        byte[] before = Arrays.copyOf(bytes, place);
        byte[] after = Arrays.copyOfRange(bytes, place, bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[place] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                return concat(before, Arrays.copyOfRange(bytes, end, bytes.length));
            }
            case 2 -> {
                return concat(before, concat(Arrays.copyOfRange(bytes, place, end), after));
            }
            case 3 -> {
                return random.nextInt(4) == 0 ? before : bytes;
            }
            default -> {
                String word = WORDS[random.nextInt(WORDS.length)];
                return concat(before, concat(word.getBytes(StandardCharsets.UTF_8), after));
            }
        }
    }

    private static byte[] packed(byte[] bytes, SplittableRandom random) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int half = random.nextInt(bytes.length + 1);
        for (byte[] part : List.of(Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length))) {
            try (GZIPOutputStream out = new GZIPOutputStream(all)) {
                out.write(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        byte[] packed = all.toByteArray();
        return random.nextInt(3) == 0 ? changeBytes(packed, random) : packed;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
