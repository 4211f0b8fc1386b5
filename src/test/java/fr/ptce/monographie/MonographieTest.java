package fr.ptce.monographie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.Courriels;
import fr.ptce.courriel.PdfConforme;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.monographie.MonographieProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.portail.ActionImpossible;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Monographs from the choice of a pôle to the text that is given to the toolbox, and the analysis of three of them. */
@ApplicationDeTest
@TousLesChemins({MonographieProcess.CLE, MonographieProcess.CLE_ENTRETIEN, AnalyseProcess.CLE})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonographieTest {

    private static final String AUTEUR = "redacteur";
    private static final String PREPARER_PUBLICATION = "userTask_preparer";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PolesDEssai poles;

    @Autowired
    private SelectionDesPoles selection;

    @Autowired
    private Monographies monographies;

    @Autowired
    private Entretiens entretiens;

    @Autowired
    private ConduiteDesEntretiens conduiteDesEntretiens;

    @Autowired
    private ConduiteDeLaMonographie conduite;

    @Autowired
    private Documents documents;

    @Autowired
    private Citations citations;

    @Autowired
    private Relectures relectures;

    @Autowired
    private Redactions textes;

    @Autowired
    private AnalysesTransversales analyses;

    @Autowired
    private Courriels courriels;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Pas pas;

    @Test
    void troisMonographiesEtLeurAnalyse() throws Exception {
        Monographie premiere = retenir("53", "culture");
        avecDeuxToursDeCorrectionsEtUnEntretienRefuse(premiere);
        assertThat(analyses.attendue()).isFalse();

        Monographie deuxieme = retenir("11", "emploi");
        avecUnAccordTacite(deuxieme);
        assertThat(analyses.attendue()).isFalse();

        Monographie troisieme = retenir("82", "habitat");
        avecUnAccordTacite(troisieme);
        analyser(List.of(premiere, deuxieme, troisieme));

        publier(premiere.reference(), "Quatrième texte.");
        publier(deuxieme.reference(), "Le texte.");
        publier(AnalysesTransversales.Analyse.reference(analyses.dernieres().get(0)), "Les trois pôles…");
    }

    /** A pilot writes the notice; the public reads the page and downloads the accessible PDF. */
    private void publier(String ouvrage, String texte) throws Exception {
        String reference = publication(ouvrage);
        pas.avancer(reference);
        pas.accomplir(
                reference,
                pas.tache(reference, PREPARER_PUBLICATION),
                "pilote.national",
                Map.of(
                        "titre", "Un pôle raconté par les siens",
                        "auteurs", "Alix Rédactrice",
                        "resume", "Comment des associations et une commune travaillent ensemble.",
                        "mots_cles", "coopération, territoire",
                        "licence", "cc-by-sa"));
        String adresse = "/boite-a-outils/publications/" + reference;
        assertThat(new ClientHttp(port).get(adresse).body()).contains(texte, "CC BY-SA 4.0", "DC.title");
        byte[] pdf = telecharger(adresse + "/document.pdf");
        PdfConforme.verifier(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Un pôle raconté par les siens");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Alix Rédactrice");
            assertThat(PdfConforme.textesDeRemplacement(document))
                    .anyMatch(remplacement -> remplacement.startsWith("PTCE, pôles territoriaux"));
            assertThat(titres(document))
                    .startsWith("1. Finalités")
                    .endsWith("Citer ce document")
                    .hasSize(8);
            if (ouvrage.startsWith("MONO-")) {
                assertThat(document.getNumberOfPages()).isBetween(8, 12);
                assertThat(Longueur.de(conduite.ecrits(lire(ouvrage)).values()).pages())
                        .isBetween(document.getNumberOfPages() - 1L, document.getNumberOfPages() + 1L);
            }
        }
        assertThat(PdfConforme.texte(pdf)).contains(texte, reference + ", version 1 du", "boîte à outils des PTCE");
    }

    private String publication(String ouvrage) {
        return String.format(
                Locale.ROOT,
                "PUB-%04d",
                jdbc.sql("select id from publication where ouvrage = :ouvrage")
                        .param("ouvrage", ouvrage)
                        .query(Long.class)
                        .single());
    }

    private byte[] telecharger(String chemin) {
        return new ClientHttp(port).telecharger(chemin);
    }

    private static List<String> titres(PDDocument document) {
        List<String> titres = new ArrayList<>();
        document.getDocumentCatalog().getDocumentOutline().children().forEach(entree -> titres.add(entree.getTitle()));
        return titres;
    }

    private void avecDeuxToursDeCorrectionsEtUnEntretienRefuse(Monographie monographie) {
        String reference = monographie.reference();
        Task designer = pas.tache(reference, Elements.DESIGNER_AUTEUR);
        assertThat(taskService.getVariable(designer.getId(), "auteursProposes").toString())
                .contains("redacteur");
        pas.accomplir(reference, designer, "pilote.national", Map.of("auteur_propose", AUTEUR));
        accomplir(
                reference,
                Elements.ACCEPTER_REDACTION,
                Map.of("redaction", "non", "motif_refus_redaction", "Je suis en congé jusqu’en juin."));
        Task encore = pas.tache(reference, Elements.DESIGNER_AUTEUR);
        assertThat(taskService.getVariable(encore.getId(), "monographieEnClair").toString())
                .contains("en congé");
        pas.accomplir(reference, encore, "pilote.national", Map.of("auteur_propose", AUTEUR));
        accomplir(reference, Elements.ACCEPTER_REDACTION, Map.of("redaction", "oui"));

        assertThatThrownBy(() -> preparer(reference))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("au moins une personne");
        conduiteDesEntretiens.ajouter(
                lire(monographie), "Dominique Présidente", "présidente", "presidente@pole.example");
        conduiteDesEntretiens.ajouter(lire(monographie), "Alix Élu", "élu de la commune", "elu@pole.example");
        assertThatThrownBy(() -> conduiteDesEntretiens.ajouter(lire(monographie), "Autre", "autre", "ELU@pole.example"))
                .isInstanceOf(ActionImpossible.class)
                .hasMessageContaining("déjà cette adresse");
        preparer(reference);
        assertThat(lire(monographie).etat()).isEqualTo(EtatDeMonographie.TERRAIN);

        rencontrer(reference, "presidente@pole.example", "nom");
        refuserPuisRemplacer(reference);
        conduiteDesEntretiens.ajouter(lire(monographie), "Sacha Bénévole", "bénévole", "sacha@pole.example");
        assertThat(pas.taches(reference, Elements.PROPOSER_RENDEZ_VOUS)).hasSize(1);
        demanderUneAutreDatePuisNePasVenir(reference);
        analyserLesDocuments(lire(monographie));

        Entretien presidente = personne(monographie, "presidente@pole.example");
        citations.ajouter(presidente, "Nous avons commencé *à trois*.");
        long citation = citations.deLaMonographie(monographie.id()).get(0).id();
        assertThatThrownBy(() -> accomplir(reference, Elements.REDIGER, Map.of()))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("rubriques encore vides");
        ecrireTout(monographie, "Premier texte. [[citation 999999]]");
        assertThatThrownBy(() -> accomplir(reference, Elements.REDIGER, Map.of()))
                .isInstanceOf(SoumissionRefusee.class)
                .hasMessageContaining("citation inconnue");
        ecrireTout(monographie, "Premier texte.\n\n[[citation " + citation + "]]");
        accomplir(reference, Elements.REDIGER, Map.of("mot_aux_relecteurs", "Surtout la gouvernance."));

        assertThat(textes.duTour(monographie.id(), 1).get("finalites"))
                .contains("> «\u00a0Nous avons commencé \\*à trois\\*\\.\u00a0»", "*Dominique Présidente, présidente*");
        String jeton = lire(monographie).jeton();
        corriger(monographie, "non", "oui", "Le pôle est né en 2009, pas en 2011.");
        assertThat(lire(monographie).etat()).isEqualTo(EtatDeMonographie.CORRECTIONS);
        ecrireTout(monographie, "Deuxième texte.");
        accomplir(reference, Elements.CORRIGER, Map.of("mot_aux_relecteurs", "La date est corrigée."));
        assertThat(lire(monographie).jeton()).isNotEqualTo(jeton);
        corriger(monographie, "oui", "non", "La partie économique est trop courte.");
        ecrireTout(monographie, "Troisième texte.");
        accomplir(reference, Elements.CORRIGER, Map.of());
        corriger(monographie, "oui", "oui", null);
        accomplir(
                reference,
                Elements.VALIDER,
                Map.of("monographie_validee", "non", "remarque_generale", "Ajoutez une conclusion par rubrique."));
        ecrireTout(monographie, "Quatrième texte.");
        accomplir(reference, Elements.CORRIGER, Map.of());
        corriger(monographie, "oui", "oui", null);
        accomplir(reference, Elements.VALIDER, Map.of("monographie_validee", "oui"));

        assertThat(lire(monographie).etat()).isEqualTo(EtatDeMonographie.VALIDEE);
        assertThat(lire(monographie).tour()).isEqualTo(4);
        assertThat(relectures.deLaMonographie(monographie.id())).hasSize(10);
        assertThat(pas.enCours(reference)).isFalse();
    }

    private void preparer(String reference) {
        accomplir(reference, Elements.PREPARER_GRILLE, Map.of("angle", "La place des habitants dans la gouvernance."));
    }

    private void rencontrer(String reference, String courriel, String consentement) {
        proposer(reference, courriel);
        taskService.complete(
                tacheDe(reference, Elements.REPONDRE_ENTRETIEN, courriel).getId(),
                Map.of("reponse_entretien", "accepte", "consentement", consentement));
        pas.avancer(reference);
        assertThat(personne(lire(reference), courriel).etat()).isEqualTo(EtatDEntretien.ACCEPTE);
        accomplir(reference, Elements.RENDRE_COMPTE, Map.of("entretien_tenu", "oui"));
        assertThat(personne(lire(reference), courriel).etat()).isEqualTo(EtatDEntretien.MENE);
    }

    private void refuserPuisRemplacer(String reference) {
        proposer(reference, "elu@pole.example");
        taskService.complete(
                tacheDe(reference, Elements.REPONDRE_ENTRETIEN, "elu@pole.example")
                        .getId(),
                Map.of("reponse_entretien", "refuse", "motif_refus_entretien", "Voyez plutôt ma collègue."));
        pas.avancer(reference);
        Task remplacer = pas.tache(reference, Elements.REMPLACER);
        assertThat(taskService.getVariable(remplacer.getId(), "personneEnClair").toString())
                .contains("Voyez plutôt ma collègue");
        pas.accomplir(
                reference,
                remplacer,
                AUTEUR,
                Map.of(
                        "remplacement", "oui",
                        "remplacant_nom", "Lou Élue",
                        "remplacant_role", "élue de la commune",
                        "remplacant_courriel", "lou@pole.example"));
        assertThat(personne(lire(reference), "lou@pole.example").remplace())
                .isEqualTo(personne(lire(reference), "elu@pole.example").id());
        rencontrer(reference, "lou@pole.example", "role");
    }

    private void demanderUneAutreDatePuisNePasVenir(String reference) {
        proposer(reference, "sacha@pole.example");
        taskService.complete(
                tacheDe(reference, Elements.REPONDRE_ENTRETIEN, "sacha@pole.example")
                        .getId(),
                Map.of("reponse_entretien", "autre-date", "autre_date", "Plutôt un lundi."));
        pas.avancer(reference);
        proposer(reference, "sacha@pole.example");
        assertThat(personne(lire(reference), "sacha@pole.example").changements())
                .isOne();
        taskService.complete(
                tacheDe(reference, Elements.REPONDRE_ENTRETIEN, "sacha@pole.example")
                        .getId(),
                Map.of("reponse_entretien", "accepte", "consentement", "aucun"));
        pas.avancer(reference);
        accomplir(reference, Elements.RENDRE_COMPTE, Map.of("entretien_tenu", "non"));
        proposer(reference, "sacha@pole.example");
        pas.declencher(reference, Elements.SANS_REPONSE);
        accomplir(reference, Elements.REMPLACER, Map.of("remplacement", "non"));
        assertThat(personne(lire(reference), "sacha@pole.example").etat()).isEqualTo(EtatDEntretien.ABANDONNE);
    }

    private void avecUnAccordTacite(Monographie monographie) {
        String reference = monographie.reference();
        menerALaRelecture(monographie);
        pas.declencher(reference, Elements.SILENCE);
        assertThat(pas.taches(reference, Elements.RELIRE_POLE)).isEmpty();
        accomplir(reference, Elements.RELIRE_PILOTE, Map.of("relecture_accord", "oui"));
        assertThat(relectures.deLaMonographie(monographie.id()))
                .filteredOn(Relectures.Relecture::tacite)
                .hasSize(1);
        assertThat(modeles(reference)).contains("accord-tacite");
        accomplir(reference, Elements.VALIDER, Map.of("monographie_validee", "oui"));
        assertThat(lire(monographie).etat()).isEqualTo(EtatDeMonographie.VALIDEE);
    }

    private void menerALaRelecture(Monographie monographie) {
        String reference = monographie.reference();
        accomplir(reference, Elements.DESIGNER_AUTEUR, Map.of("auteur_propose", AUTEUR));
        accomplir(reference, Elements.ACCEPTER_REDACTION, Map.of("redaction", "oui"));
        String courriel = "seule." + reference.toLowerCase(Locale.ROOT) + "@pole.example";
        conduiteDesEntretiens.ajouter(lire(monographie), "Seule Personne", "directrice", courriel);
        preparer(reference);
        rencontrer(reference, courriel, "nom");
        analyserLesDocuments(lire(monographie));
        ecrireTout(monographie, "Le texte.");
        accomplir(reference, Elements.REDIGER, Map.of());
    }

    private void analyserLesDocuments(Monographie monographie) {
        assertThatThrownBy(() -> accomplir(
                        monographie.reference(),
                        Elements.ANALYSER_DOCUMENTS,
                        Map.of("documents_synthese", "Rien encore de lu.")))
                .isInstanceOf(SoumissionRefusee.class);
        documents.ajouter(
                monographie.id(), "Rapport 2026", NatureDeDocument.RAPPORT_D_ACTIVITE, "Les effectifs du pôle.", null);
        accomplir(
                monographie.reference(),
                Elements.ANALYSER_DOCUMENTS,
                Map.of("documents_synthese", "Les effectifs ont doublé en trois ans."));
    }

    /** Three validated monographs make an analysis, which the committee sends back once. */
    private void analyser(List<Monographie> trois) {
        long id = analyses.dernieres().get(0);
        AnalysesTransversales.Analyse analyse = analyses.lire(id);
        assertThat(monographies.deLAnalyse(id))
                .extracting(Monographie::id)
                .containsExactlyElementsOf(trois.stream().map(Monographie::id).toList());
        String reference = analyse.reference();
        pas.avancer(reference);
        assertThatThrownBy(() -> accomplir(reference, AnalyseProcess.Elements.REDIGER, Map.of()))
                .isInstanceOf(SoumissionRefusee.class);
        Grille.lire(analyse.grille())
                .rubriques()
                .forEach(rubrique -> textes.ecrire(reference, rubrique.id(), "Les trois pôles…", 0, AUTEUR));
        accomplir(reference, AnalyseProcess.Elements.REDIGER, Map.of());
        accomplir(
                reference,
                AnalyseProcess.Elements.VALIDER,
                Map.of("analyse_validee", "non", "remarque_generale", "Comparez *aussi* les statuts."));
        assertThat((String) taskService.getVariable(
                        pas.tache(reference, AnalyseProcess.Elements.REDIGER).getId(), "analyseEnClair"))
                .as("la remarque du comité se lit comme elle a été écrite")
                .contains("Comparez \\*aussi\\* les statuts");
        accomplir(reference, AnalyseProcess.Elements.REDIGER, Map.of());
        accomplir(reference, AnalyseProcess.Elements.VALIDER, Map.of("analyse_validee", "oui"));
        assertThat(analyses.lire(id).valideeLe()).isNotNull();
        assertThat(pas.enCours(reference)).isFalse();
    }

    @Test
    void unPiloteAbandonneEtChacunEnEstPrevenu() {
        Monographie monographie = retenir("53", "mobilite");
        String reference = monographie.reference();
        accomplir(reference, Elements.DESIGNER_AUTEUR, Map.of("auteur_propose", AUTEUR));
        accomplir(reference, Elements.ACCEPTER_REDACTION, Map.of("redaction", "oui"));
        conduiteDesEntretiens.ajouter(lire(monographie), "Noa Invitée", "salariée", "noa@pole.example");
        preparer(reference);
        proposer(reference, "noa@pole.example");

        monographies.jeton(monographie.id(), "lien-de-lecture");
        conduite.abandonner(lire(monographie), "L’auteur quitte le programme.");
        pas.avancer(reference);

        assertThat(lire(monographie).etat()).isEqualTo(EtatDeMonographie.ABANDONNEE);
        assertThat(lire(monographie).jeton())
                .as("le lien de lecture d’une monographie abandonnée n’ouvre plus rien")
                .isNull();
        assertThat(modeles(reference)).contains("abandon-monographie", "annulation-entretien");
        assertThat(pas.enCours(reference)).isFalse();
        assertThatThrownBy(() -> conduite.abandonner(lire(monographie), "Encore une fois."))
                .isInstanceOf(ActionImpossible.class);
        assertThat(retenir(monographie.initiative()).id()).isNotEqualTo(monographie.id());
    }

    @ParameterizedTest
    @CsvSource({"en-projet,porteur@pole.example", "operationnel,''", "operationnel,porteur@pole.example"})
    void seulUnPoleOperationnelAvecUneAdresseEtSuiviEstRetenu(String categorie, String courriel) {
        Initiative pole = poles.inscrire(
                "operationnel".equals(categorie) && !courriel.isEmpty() ? "94" : "53", categorie, courriel);

        assertThatThrownBy(() -> retenir(pole.numero())).isInstanceOf(ActionImpossible.class);
        assertThat(monographies.existePour(pole.numero())).isFalse();
    }

    @Test
    void unPoleNAPasDeuxMonographies() {
        Monographie monographie = retenir("53", "culture");

        assertThatThrownBy(() -> retenir(monographie.initiative()))
                .isInstanceOf(ActionImpossible.class)
                .hasMessageContaining("déjà une monographie");
    }

    @Test
    void quiEcritApresQuelquUnDAutreEnEstPrevenuEtNEcraseRien() {
        assertThat(textes.ecrire("MONO-9999", "finalites", "Le premier.", 0, "alix"))
                .isTrue();
        assertThat(textes.ecrire("MONO-9999", "finalites", "Le second.", 0, "lou"))
                .isFalse();
        assertThat(textes.ecrire("MONO-9999", "finalites", "Le premier, corrigé.", 1, "alix"))
                .isTrue();
        assertThat(textes.ecrire("MONO-9999", "finalites", "Le second encore.", 1, "lou"))
                .isFalse();

        assertThat(textes.lire("MONO-9999", "finalites").texte()).isEqualTo("Le premier, corrigé.");
        assertThat(textes.lire("MONO-9999", "finalites").version()).isEqualTo(2);
    }

    private Monographie retenir(String region, String theme) {
        return retenir(poles.operationnel(region, theme).numero());
    }

    private Monographie retenir(String numero) {
        Monographie monographie = selection
                .retenir(
                        PolesDEssai.pilote(),
                        List.of(new SelectionDesPoles.Choix(numero, Milieu.RURAL, GenreDePole.TERRITOIRE)))
                .get(0);
        pas.avancer(monographie.reference());
        return monographie;
    }

    private void corriger(Monographie monographie, String pole, String pilote, String remarque) {
        String reference = monographie.reference();
        accomplir(reference, Elements.RELIRE_POLE, avis(pole, remarque, "remarque_emergence"));
        accomplir(reference, Elements.RELIRE_PILOTE, avis(pilote, remarque, "remarque_generale"));
    }

    private static Map<String, Object> avis(String accord, String remarque, String champ) {
        Map<String, Object> avis = new HashMap<>(Map.of("relecture_accord", accord));
        if ("non".equals(accord)) {
            avis.put(champ, remarque);
        }
        return avis;
    }

    private void ecrireTout(Monographie monographie, String debut) {
        var ecrits = textes.deLOuvrage(monographie.reference());
        Grille.lire(monographie.grille()).rubriques().forEach(rubrique -> assertThat(conduite.ecrire(
                        PolesDEssai.redacteur(),
                        lire(monographie),
                        rubrique.id(),
                        PolesDEssai.rubrique(debut),
                        ecrits.getOrDefault(rubrique.id(), Redactions.Texte.VIDE)
                                .version()))
                .isTrue());
    }

    private void proposer(String reference, String courriel) {
        Task tache = pas.taches(reference, Elements.PROPOSER_RENDEZ_VOUS).stream()
                .filter(ouverte -> taskService
                        .getVariable(ouverte.getId(), "entretien")
                        .equals(personne(lire(reference), courriel).id()))
                .findFirst()
                .orElseThrow();
        pas.accomplir(
                reference,
                tache,
                AUTEUR,
                Map.of(
                        "jour", LocalDate.now(HeureDeParis.ZONE).plusDays(20).toString(),
                        "heure_debut", "14h00",
                        "heure_fin", "15h30",
                        "lieu", "Mairie, salle du conseil"));
    }

    private Task tacheDe(String reference, String element, String courriel) {
        return pas.taches(reference, element).stream()
                .filter(tache -> taskService
                        .getVariable(tache.getId(), "entretien")
                        .equals(personne(lire(reference), courriel).id()))
                .findFirst()
                .orElseThrow();
    }

    private Entretien personne(Monographie monographie, String courriel) {
        return entretiens.deLaMonographie(monographie.id()).stream()
                .filter(entretien -> entretien.courriel().equals(courriel))
                .findFirst()
                .orElseThrow();
    }

    private void accomplir(String reference, String element, Map<String, Object> reponses) {
        poles.accomplir(reference, element, reponses);
    }

    private List<String> modeles(String reference) {
        return courriels.duDossier(reference).stream()
                .map(courriel -> courriel.modele())
                .toList();
    }

    private Monographie lire(Monographie monographie) {
        return monographies.lire(monographie.id());
    }

    private Monographie lire(String reference) {
        return monographies.lire(Monographie.id(reference));
    }
}
