package fr.ptce.essai;

import fr.ptce.ApplicationDeTest;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;
import java.util.WeakHashMap;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Each class of tests finds the application as it is after its first start, whatever other classes did. */
final class MaisonPropre implements TestExecutionListener {

    private static final TimeZone FUSEAU = TimeZone.getDefault();
    private static final Map<ProcessEngine, Webapps> WEBAPPS = new WeakHashMap<>();

    /** What Cockpit, Tasklist and Admin keep in statics of their own. */
    private record Webapps(
            DefaultCockpitRuntimeDelegate cockpit,
            DefaultTasklistRuntimeDelegate tasklist,
            DefaultAdminRuntimeDelegate admin) {}

    /** Before the context is handed to the test. */
    @Override
    public void beforeTestClass(TestContext classe) {
        ApplicationDeTest annotation =
                AnnotatedElementUtils.findMergedAnnotation(classe.getTestClass(), ApplicationDeTest.class);
        if (annotation == null) {
            return;
        }
        ApplicationContext contexte = classe.getApplicationContext();
        ProcessEngine moteur = contexte.getBean(ProcessEngine.class);
        servir(moteur);
        remettreLeTemps();
        moteur.getIdentityService().clearAuthentication();
        SecurityContextHolder.clearContext();
        Instant debut = Instant.now();
        contexte.getBean(SourceDEssai.class)
                .revenir(annotation.depart(), () -> RemplissageDeDemonstration.remplir(contexte));
        Mesures.noter("base " + annotation.base(), debut);
        contexte.getBeansOfType(Remise.class).values().forEach(Remise::remettre);
    }

    @Override
    public void afterTestClass(TestContext classe) {
        remettreLeTemps();
    }

    private static void remettreLeTemps() {
        ClockUtil.reset();
        TimeZone.setDefault(FUSEAU);
    }

    /** The webapps find their engine by its name, in a map and three statics that hold what was started last. */
    private static void servir(ProcessEngine moteur) {
        ProcessEngines.registerProcessEngine(moteur);
        Webapps webapps = WEBAPPS.computeIfAbsent(
                moteur,
                nouveau -> new Webapps(
                        new DefaultCockpitRuntimeDelegate(),
                        new DefaultTasklistRuntimeDelegate(),
                        new DefaultAdminRuntimeDelegate()));
        Cockpit.setCockpitRuntimeDelegate(webapps.cockpit());
        Tasklist.setTasklistRuntimeDelegate(webapps.tasklist());
        Admin.setAdminRuntimeDelegate(webapps.admin());
    }
}
