package fr.ptce.courriel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The room's beans, wired by hand on a database and a mail server of the test. */
final class BancCourriel {

    private static final ReglagesCourriel REGLAGES =
            new ReglagesCourriel("Programme PTCE <programme@ptce.example>", "");

    final JdbcClient jdbc;
    final JdbcTransactionManager transactions;
    final AdressesSuspendues adresses;

    /** What the room told the application. */
    final List<AdresseRefusee> refus = new CopyOnWriteArrayList<>();

    /** What listens to it. */
    Consumer<AdresseRefusee> ecoute = refus::add;

    BancCourriel(DataSource donnees) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__courriel.sql"),
                        new ClassPathResource("db/migration/V8__adresses_suspendues.sql"))
                .execute(donnees);
        this.jdbc = JdbcClient.create(donnees);
        this.transactions = new JdbcTransactionManager(donnees);
        this.adresses = new AdressesSuspendues(jdbc, transactions, Clock.systemUTC());
    }

    Courriels courriels(JavaMailSender expedition) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        if (expedition != null) {
            beans.registerSingleton("expedition", expedition);
        }
        return new Courriels(
                new JournalDesCourriels(jdbc, transactions, Clock.systemUTC()),
                modeles(""),
                new FabriqueDeMessages(REGLAGES, Clock.systemUTC()),
                adresses,
                evenement -> ecoute.accept((AdresseRefusee) evenement),
                beans.getBeanProvider(JavaMailSender.class));
    }

    static ModelesDeCourriel modeles(String remplacements) {
        return new ModelesDeCourriel(
                new ReglagesCourriel(REGLAGES.expediteur(), remplacements),
                new PathMatchingResourcePatternResolver(),
                new ObjectMapper(),
                false);
    }

    static JavaMailSenderImpl expedition(GreenMail serveur) {
        return regler(new JavaMailSenderImpl(), serveur);
    }

    static JavaMailSenderImpl regler(JavaMailSenderImpl expedition, GreenMail serveur) {
        return regler(expedition, serveur.getSmtp().getPort());
    }

    static JavaMailSenderImpl regler(JavaMailSenderImpl expedition, int port) {
        expedition.setHost("127.0.0.1");
        expedition.setPort(port);
        Properties delais = new Properties();
        delais.put("mail.smtp.connectiontimeout", "2000");
        delais.put("mail.smtp.timeout", "5000");
        // As in the demonstration: the answer to EHLO takes 40 ms.
        delais.put("mail.smtp.ehlo", "false");
        expedition.setJavaMailProperties(delais);
        return expedition;
    }
}
