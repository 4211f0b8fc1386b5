package fr.ptce;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the PTCE programme's workflow application. */
@SpringBootApplication
public class PtceApplication {

    public static void main(String[] args) {
        SpringApplication.run(PtceApplication.class, args);
    }
}
