package fr.ptce.essai;

import fr.ptce.PtceApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Tells the stories of the demonstration in an application that was started without them. */
final class RemplissageDeDemonstration {

    private RemplissageDeDemonstration() {}

    static void remplir(ApplicationContext application) {
        Instant debut = Instant.now();
        List<ApplicationRunner> histoires = candidats().stream()
                .map(definition -> ClassUtils.resolveClassName(definition.getBeanClassName(), null))
                .filter(classe ->
                        application.getBeanProvider(classe).stream().findAny().isEmpty())
                .map(classe -> (ApplicationRunner)
                        application.getAutowireCapableBeanFactory().createBean(classe))
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .toList();
        for (ApplicationRunner histoire : histoires) {
            try {
                histoire.run(new DefaultApplicationArguments());
            } catch (Exception e) {
                throw new IllegalStateException(histoire.getClass().getName(), e);
            }
        }
        Mesures.noter("démonstration", debut);
    }

    /** The runners that the profile of the demonstration would start. */
    private static Set<BeanDefinition> candidats() {
        StandardEnvironment demonstration = new StandardEnvironment();
        demonstration.setActiveProfiles("demo");
        demonstration
                .getPropertySources()
                .addFirst(new MapPropertySource("demonstration", Map.of("ptce.demo.donnees", "true")));
        var recherche = new ClassPathScanningCandidateComponentProvider(false, demonstration);
        recherche.addIncludeFilter(new AssignableTypeFilter(ApplicationRunner.class));
        return recherche.findCandidateComponents(PtceApplication.class.getPackageName());
    }
}
