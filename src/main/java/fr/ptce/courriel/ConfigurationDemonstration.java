package fr.ptce.courriel;

import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** In the demo, e-mails go to a server inside the application, whatever {@code spring.mail} says. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(MailProperties.class)
class ConfigurationDemonstration {

    @Bean
    BoiteDeDemonstration boiteDeDemonstration(
            @Value("${ptce.demo.port-smtp:0}") int port, @Value("${ptce.demo.courriels-gardes:2000}") int gardes) {
        return new BoiteDeDemonstration(port, gardes);
    }

    @Bean
    JavaMailSender expeditionDeDemonstration(BoiteDeDemonstration boite, MailProperties reglages) {
        JavaMailSenderImpl expedition = new JavaMailSenderImpl();
        expedition.setHost(boite.hote());
        expedition.setPort(boite.port());
        Properties proprietes = new Properties();
        proprietes.putAll(reglages.getProperties());
        // The catcher's answer to EHLO has several lines, sent one by one: each e-mail would wait 40 ms for them.
        proprietes.put("mail.smtp.ehlo", "false");
        expedition.setJavaMailProperties(proprietes);
        return expedition;
    }
}
