package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LecteurDeFichierTest {

    private static final String ENTETE = "region;initiative;structure_porteuse\n";

    private static Tableau lire(String texte) {
        return LecteurDeFichier.lire(texte.getBytes(StandardCharsets.UTF_8), ImportCandidatures.TAILLE_MAXIMALE);
    }

    @Test
    void pointsVirgulesEtVirgulesSontReconnus() {
        assertThat(lire(ENTETE + "Bretagne;Pôle, bois;Les Tisserands")
                        .lignes()
                        .get(0)
                        .texte("initiative"))
                .isEqualTo("Pôle, bois");
        assertThat(lire("region,initiative,structure_porteuse\nBretagne,\"Pôle, bois\",Les Tisserands")
                        .lignes()
                        .get(0)
                        .texte("initiative"))
                .isEqualTo("Pôle, bois");
    }

    @Test
    void autantDePointsVirgulesQueDeVirgulesSontDesPointsVirgules() {
        assertThat(lire("region;initiative;structure_porteuse;notes, a, b, c\nBretagne;Pôle;Asso;x")
                        .colonnesIgnorees())
                .containsExactly("notes, a, b, c");
    }

    @Test
    void lesAccentsSontJustesEnUtf8AvecMarqueEtEnWindows1252() {
        String texte = ENTETE + "Île-de-France;Pôle d’été;Cœur";
        assertThat(lire("\uFEFF" + texte).lignes().get(0).texte("region")).isEqualTo("Île-de-France");
        byte[] windows = texte.getBytes(Charset.forName("windows-1252"));
        Tableau.Ligne ligne = LecteurDeFichier.lire(windows, 1000).lignes().get(0);
        assertThat(ligne.texte("initiative")).isEqualTo("Pôle d’été");
        assertThat(ligne.texte("structure_porteuse")).isEqualTo("Cœur");
    }

    @Test
    void lesEntetesPeuventAvoirMajusculesAccentsEtEspacesEtLesInconnusSontSignales() {
        Tableau tableau = lire("Région;Initiative;Structure porteuse;Remarques\nBretagne;Pôle;Asso;Vu");
        assertThat(tableau.colonnesIgnorees()).containsExactly("Remarques");
        assertThat(tableau.lignes().get(0).texte("structure_porteuse")).isEqualTo("Asso");
    }

    @Test
    void lesLignesGardentLeNumeroQueMontreUnTableurEtLesLignesVidesNEnSontPas() {
        Tableau tableau = lire(ENTETE + "\nBretagne;\"Sur\ndeux lignes\";Asso\n\nCorse;Pôle;Asso;;\n;;\n");
        assertThat(tableau.lignes()).extracting(Tableau.Ligne::rang).containsExactly(3, 5, 6);
        assertThat(tableau.lignes()).extracting(Tableau.Ligne::enTrop).containsExactly(0, 0, 0);
    }

    @Test
    void lesCellulesAuDelaDesEntetesSontComptees() {
        assertThat(lire(ENTETE + "Bretagne;Pôle;Asso;de trop").lignes().get(0).enTrop())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'   '|Le fichier est vide",
                "region;initiative|Il manque la colonne structure_porteuse",
                "nom;adresse|Il manque les colonnes region, initiative, structure_porteuse",
                "region;initiative;structure_porteuse|ne contient aucune ligne",
                "region;initiative;structure_porteuse;region|présente deux fois",
                "PK\u0003\u0004classeur|Ce n’est pas un fichier CSV",
                "%PDF-1.7|Ce n’est pas un fichier CSV",
                "'\0region;initiative'|Ce n’est pas un fichier CSV",
            })
    void unFichierIllisibleDonneUneErreurClaire(String contenu, String erreur) {
        assertThatThrownBy(() -> lire(contenu))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining(erreur);
    }

    @Test
    void unGuillemetNonFermeEstSignale() {
        assertThatThrownBy(() -> lire(ENTETE + "Bretagne;\"Pôle;Asso\nCorse;Pôle;Asso"))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining("guillemet");
    }

    @Test
    void tropDeLignesOuTropDOctetsSontRefuses() {
        assertThatThrownBy(() -> lire(ENTETE + "a;b;c\n".repeat(20_001)))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining("20\u00a0000 lignes");
        assertThat(lire(ENTETE + "a;b;c\n".repeat(20_000)).lignes()).hasSize(20_000);
        assertThatThrownBy(() -> LecteurDeFichier.lire(new byte[5_000_001], ImportCandidatures.TAILLE_MAXIMALE))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining("5\u00a0Mo");
        byte[] juste = (ENTETE + "a;b;c").getBytes(StandardCharsets.UTF_8);
        assertThat(LecteurDeFichier.lire(juste, juste.length).lignes()).hasSize(1);
    }
}
