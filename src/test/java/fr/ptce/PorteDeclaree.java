package fr.ptce;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.ptce.moteur.securite.OuvertA;
import org.springframework.web.bind.annotation.RequestMapping;

/** Each method that answers requests says whom it is open to, itself or by its class, and neither says it twice. */
final class PorteDeclaree extends ArchCondition<JavaClass> {

    PorteDeclaree() {
        super("say once whom each of their methods is open to, with @" + OuvertA.class.getSimpleName());
    }

    @Override
    public void check(JavaClass controleur, ConditionEvents constats) {
        long parLaClasse = declarations(controleur);
        if (parLaClasse > 1) {
            refuser(controleur, controleur.getName() + " says twice whom it is open to", constats);
        }
        controleur.getAllMethods().stream()
                .filter(methode -> annotee(methode, RequestMapping.class))
                .forEach(methode -> verifier(controleur, parLaClasse, methode, constats));
    }

    private static void verifier(JavaClass controleur, long parLaClasse, JavaMethod methode, ConditionEvents constats) {
        long parElle = declarations(methode);
        String porte = controleur.getName() + "." + methode.getName();
        if (parElle > 1) {
            refuser(controleur, porte + " says twice whom it is open to", constats);
        } else if (parElle + parLaClasse == 0) {
            refuser(controleur, porte + " does not say whom it is open to, nor does its class", constats);
        }
    }

    private static long declarations(HasAnnotations<?> lieu) {
        return lieu.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isEquivalentTo(OuvertA.class) || type.isMetaAnnotatedWith(OuvertA.class))
                .count();
    }

    private static boolean annotee(HasAnnotations<?> lieu, Class<? extends java.lang.annotation.Annotation> type) {
        return lieu.isAnnotatedWith(type) || lieu.isMetaAnnotatedWith(type);
    }

    private static void refuser(JavaClass controleur, String raison, ConditionEvents constats) {
        constats.add(SimpleConditionEvent.violated(controleur, raison));
    }
}
