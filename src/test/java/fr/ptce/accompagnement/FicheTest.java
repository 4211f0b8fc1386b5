package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.Besoin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FicheTest {

    private static final List<Besoin> BESOINS = List.of(
            new Besoin("modele-economique", "Modèle économique"),
            new Besoin("gouvernance", "Gouvernance"),
            new Besoin("financement", "Financement"));

    private static Map<String, Object> saisie() {
        Map<String, Object> champs = new HashMap<>(FichesDEssai.fiche(" Ada ", "Exemple", "ada@exemple.example"));
        champs.put("telephone", "+33612345678");
        champs.put("structure", "La Ruche");
        champs.put("langues", "Breton");
        champs.put("competence_modele_economique", "2");
        return champs;
    }

    @Test
    void uneFicheLitChaqueChampDuFormulaire() {
        Fiche fiche = Fiche.de(saisie(), BESOINS);

        assertThat(fiche.nomComplet()).isEqualTo("Ada Exemple");
        assertThat(fiche.courriel()).isEqualTo("ada@exemple.example");
        assertThat(fiche.region()).isEqualTo("53");
        assertThat(fiche.regions()).containsExactly("53", "52");
        assertThat(fiche.capacite()).isEqualTo(2);
    }

    @Test
    void lesCompetencesSuiventLaListeDesBesoinsEtIgnorentLesAutres() {
        assertThat(Fiche.de(saisie(), BESOINS).competences())
                .containsExactly(
                        Map.entry("modele-economique", 2), Map.entry("gouvernance", 3), Map.entry("financement", 1));
        assertThat(Fiche.de(saisie(), BESOINS.subList(1, 2)).competences())
                .containsExactly(Map.entry("gouvernance", 3));
    }

    @Test
    void uneCompetenceSansNiveauEstAbsente() {
        Map<String, Object> champs = saisie();
        champs.put("competence_gouvernance", "");

        assertThat(Fiche.de(champs, BESOINS).competences()).doesNotContainKey("gouvernance");
    }

    @Test
    void leFormulaireReprendLaFicheSansCeQuiNeSeModifiePas() {
        Fiche fiche = Fiche.de(saisie(), BESOINS);

        assertThat(fiche.champs())
                .isEqualTo(Map.of(
                        "prenom", "Ada",
                        "nom", "Exemple",
                        "telephone", "+33612345678",
                        "structure", "La Ruche",
                        "capacite", 2,
                        "langues", "Breton",
                        "experience", "Dix ans d’accompagnement de coopératives en Bretagne.",
                        "competence_modele_economique", "2",
                        "competence_gouvernance", "3",
                        "competence_financement", "1"));
    }
}
