package fr.ptce.pilotage;

import fr.ptce.candidature.ChampsDuDossier;
import fr.ptce.candidature.Instruction;
import fr.ptce.candidature.LanceurDeCandidature;
import fr.ptce.moteur.Pas;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Candidatures under examination, deposited as a porteur does. */
@TestComponent
public class DossiersEnCours {

    private static final String CAMPAGNE = "ACTIONS";

    private final LanceurDeCandidature lanceur;
    private final Pas pas;
    private final JdbcClient jdbc;

    DossiersEnCours(LanceurDeCandidature lanceur, Pas pas, JdbcClient jdbc) {
        this.lanceur = lanceur;
        this.pas = pas;
        this.jdbc = jdbc;
    }

    /** A complete dossier, whose reviewers are asked to declare their interests. */
    public String enRelecture(String region) {
        String numero = deposer(region, champs());
        pas.avancer(numero);
        return numero;
    }

    /** One whose porteur is asked to complete it. */
    String aCompleter(String region) {
        Map<String, Object> champs = champs();
        champs.remove("stade");
        String numero = deposer(region, champs);
        pas.avancer(numero);
        return numero;
    }

    /** One of which nothing has been done yet: the acknowledgement is to be sent. */
    String depose(String region) {
        return deposer(region, champs());
    }

    private String deposer(String region, Map<String, Object> champs) {
        return lanceur.deposer(campagne(), Instruction.FORMULAIRE, region, ChampsDuDossier.de(champs), null);
    }

    /** What a pilot declares before they review a dossier. */
    void declarerUnConflit(String dossier, String utilisateur) {
        jdbc.sql("insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)"
                        + " values (:dossier, :utilisateur, 'pilotes-53', 'Ami du porteur', :le)")
                .param("dossier", dossier)
                .param("utilisateur", utilisateur)
                .param("le", Timestamp.from(Instant.now()))
                .update();
    }

    private long campagne() {
        return jdbc.sql("select id from campagne where code = :code")
                .param("code", CAMPAGNE)
                .query(Long.class)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql("""
                                    insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)
                                    values (:code, 'Appel des actions', :hier, :demain, 2012, 2, :hier)
                                    """)
                            .param("code", CAMPAGNE)
                            .param("hier", Timestamp.from(Instant.now().minusSeconds(86_400)))
                            .param("demain", Timestamp.from(Instant.now().plusSeconds(86_400)))
                            .update();
                    return campagne();
                });
    }

    private static Map<String, Object> champs() {
        Map<String, Object> champs = new HashMap<>();
        champs.put("initiative", "Pôle des actions");
        champs.put("structure", "Association Les Tisserands");
        champs.put("type_structure", "association");
        champs.put("commune", "Lannion");
        champs.put("code_postal", "22300");
        champs.put("themes", List.of("culture"));
        champs.put("stade", "projet");
        champs.put("activite_economique", "oui");
        champs.put("nombre_partenaires", 4);
        champs.put("partenaires", "Une SCIC, deux associations et une commune.");
        champs.put("territoire", "Un lieu partagé au cœur du bourg.");
        champs.put("cooperations", "Des outils et des emplois mutualisés.");
        champs.put("economie", "Une billetterie, des ateliers et une boutique.");
        champs.put("contact_nom", "Camille Exemple");
        champs.put("contact_courriel", "camille@tisserands.example");
        champs.put("contact_telephone", "02 00 00 00 00");
        return champs;
    }
}
