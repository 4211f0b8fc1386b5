package fr.ptce.essai;

import fr.ptce.ApplicationDeTest;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Reads {@link ApplicationDeTest#base()}: one context a database. */
final class ChoixDeLaBase implements ContextCustomizerFactory {

    static final String PROPRIETE = "ptce.essai.base";

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> classe, List<ContextConfigurationAttributes> configurations) {
        ApplicationDeTest annotation = AnnotatedElementUtils.findMergedAnnotation(classe, ApplicationDeTest.class);
        return annotation == null ? null : new Choix(annotation.base());
    }

    private record Choix(BaseDEssai base) implements ContextCustomizer {

        @Override
        public void customizeContext(
                ConfigurableApplicationContext contexte, MergedContextConfiguration configuration) {
            contexte.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            PROPRIETE,
                            Map.of(
                                    PROPRIETE,
                                    base,
                                    "spring.flyway.placeholders.blob",
                                    base == BaseDEssai.H2 ? "blob" : "bytea")));
        }
    }
}
