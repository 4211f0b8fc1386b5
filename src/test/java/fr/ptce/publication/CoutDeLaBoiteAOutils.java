package fr.ptce.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.PtceApplication;
import fr.ptce.annuaire.GenreDePublication;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Manuscrit;
import fr.ptce.monographie.PolesDEssai;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The toolbox with 50 and with 500 monographs of ten pages, each in a database of its own with the default settings.
 * {@code mvn test -Pbenchmark -Dtest=CoutDeLaBoiteAOutils}.
 */
@Tag("benchmark")
class CoutDeLaBoiteAOutils {

    private static final int TOURS = 20;
    private static final int PAR_PAGE = 20;
    private static final int CHAPITRES = 7;
    private static final int OCTETS_DU_PDF = 150_000;

    @TempDir
    private Path donnees;

    @Test
    void laRechercheTrouveToutParmiCinquanteEtParmiCinqCentsMonographies() {
        mesurer("chauffe", 50);
        mesurer("cinquante", 50);
        mesurer("cinq-cents", 500);
    }

    private void mesurer(String nom, int nombre) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        PtceApplication.class, PolesDEssai.class)
                .run(
                        "--server.port=0",
                        "--ptce.demo.donnees=false",
                        "--ptce.donnees=" + donnees.resolve(nom),
                        "--logging.level.root=warn")) {
            Publications publications = application.getBean(Publications.class);
            Initiative pole = application.getBean(PolesDEssai.class).operationnel("53", "culture");
            assertThat(application.getBean(Initiatives.class).chercher(pole.numero()))
                    .isPresent();
            IntStream.rangeClosed(1, nombre).forEach(rang -> publier(publications, pole, rang));
            double liste = mediane(
                    () -> assertThat(publications.enLigne(null, PAR_PAGE, 0)).hasSize(PAR_PAGE));
            double recherche = mediane(() -> {
                assertThat(publications.enLigne("confiance associations", PAR_PAGE, 0))
                        .hasSize(PAR_PAGE);
                assertThat(publications.nombreEnLigne("confiance associations")).isEqualTo(nombre);
            });
            double archive = mediane(() -> {
                try {
                    application.getBean(ArchiveDesOutils.class).ecrire(List.of(), OutputStream.nullOutputStream());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "%4d monographs: list %6.1f ms, search for two words %6.1f ms, archive of everything %6.1f ms%n",
                    nombre,
                    liste,
                    recherche,
                    archive);
        }
    }

    private static void publier(Publications publications, Initiative pole, int rang) {
        Publication publication = publications
                .recevoir(new Manuscrit(
                        "MONO-" + rang,
                        GenreDePublication.MONOGRAPHIE,
                        "Monographie " + rang,
                        pole.numero(),
                        pole.region(),
                        "Alix Exemple",
                        pole.themes(),
                        IntStream.rangeClosed(1, CHAPITRES)
                                .mapToObj(chapitre -> new Manuscrit.Chapitre(
                                        "Chapitre " + chapitre, PolesDEssai.rubrique("Texte " + rang)))
                                .toList()))
                .orElseThrow();
        publications.noter(
                publication.id(),
                1,
                new Publications.Notice("Monographie " + rang, "Alix", "Résumé", null, Licence.CC_BY_SA, null));
        publications.composer(publication.id(), 1, new byte[OCTETS_DU_PDF]);
        publications.mettreEnLigne(publication);
        publications.etat(publication.id(), EtatDePublication.EN_LIGNE);
    }

    /** In milliseconds. */
    private static double mediane(Runnable lecture) {
        double[] durees = IntStream.range(0, TOURS)
                .mapToDouble(tour -> {
                    long debut = System.nanoTime();
                    lecture.run();
                    return (System.nanoTime() - debut) / 1e6;
                })
                .sorted()
                .toArray();
        return durees[TOURS / 2];
    }
}
