package fr.ptce.essai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the tests start, one line each in {@code target/mesures}: {@code .ci/run} sums them up. */
public final class Mesures {

    private static final Path DOSSIER = Path.of("target", "mesures");
    private static final Path FICHIER = DOSSIER.resolve(ProcessHandle.current().pid() + ".txt");

    private Mesures() {}

    /** One more of its kind was started, and took from then until now. */
    public static void noter(String genre, Instant debut) {
        noter(genre, Duration.between(debut, Instant.now()));
    }

    static synchronized void noter(String genre, Duration duree) {
        try {
            Files.createDirectories(DOSSIER);
            Files.writeString(
                    FICHIER,
                    String.format(Locale.ROOT, "%s\t%.1f%n", genre, duree.toMillis() / 1000.0),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
