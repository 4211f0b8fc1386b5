package fr.ptce.formulaire;

import fr.ptce.moteur.ControleDeSaisie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lets the engine believe a submission only after its form has been checked. */
@Component
class ControleParFormulaire implements ControleDeSaisie {

    private final Formulaires formulaires;

    ControleParFormulaire(Formulaires formulaires) {
        this.formulaires = formulaires;
    }

    @Override
    public Map<String, Object> verifier(Saisie saisie) {
        Formulaire formulaire = formulaires.deLaVersion(saisie.version(), saisie.formulaire());
        Map<String, Object> contexte =
                formulaire.contexteUtile() ? saisie.contexte().get() : Map.of();
        List<ErreurDeChamp> erreurs = saisie.partielle()
                ? formulaire.validerPartiel(saisie.valeurs(), contexte)
                : formulaire.valider(saisie.valeurs(), contexte);
        if (!erreurs.isEmpty()) {
            throw new SoumissionRefusee(erreurs);
        }
        return telsQueRecus(formulaire.retenir(saisie.valeurs(), contexte), saisie.valeurs());
    }

    /** A typed value of the engine stays as it came, unless reading it has changed it: the text of a number. */
    private static Map<String, Object> telsQueRecus(Map<String, Object> retenues, Map<String, Object> recues) {
        Map<String, Object> valeurs = new LinkedHashMap<>();
        retenues.forEach((nom, retenue) -> {
            Object recue = recues.get(nom);
            valeurs.put(nom, Objects.equals(Valeurs.simple(recue), retenue) ? recue : retenue);
        });
        return valeurs;
    }
}
