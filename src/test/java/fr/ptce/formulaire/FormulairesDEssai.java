package fr.ptce.formulaire;

import java.time.Clock;
import org.camunda.bpm.engine.FormService;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The forms of the application as files, without an engine. */
public final class FormulairesDEssai {

    private FormulairesDEssai() {}

    public static Formulaires sansMoteur() {
        DefaultListableBeanFactory vide = new DefaultListableBeanFactory();
        return new Formulaires(vide.getBeanProvider(FormService.class), vide.getBeanProvider(Clock.class));
    }
}
