package fr.ptce.moteur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at start: one deployment per room (a folder of {@code bpmn/}) with its processes, decisions and
 * forms together, because a form bound by {@code deployment} must stand in the deployment of its process.
 *
 * <p>An unchanged room is not deployed again; a change of one file gives a new version of that room only.
 */
@Component
class DeploiementDesPieces implements SmartInitializingSingleton {

    private final RepositoryService repositoryService;
    private final ResourcePatternResolver ressources;

    DeploiementDesPieces(RepositoryService repositoryService, ResourcePatternResolver ressources) {
        this.repositoryService = repositoryService;
        this.ressources = ressources;
    }

    /** Runs before the web server accepts its first request and before the first job. */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, DeploymentBuilder> parPiece = new TreeMap<>();
        ajouter(parPiece, "classpath*:bpmn/*/*.bpmn");
        ajouter(parPiece, "classpath*:bpmn/*/*.dmn");
        ajouter(parPiece, "classpath*:forms/*/*.form");
        parPiece.values().forEach(DeploymentBuilder::deploy);
    }

    private void ajouter(Map<String, DeploymentBuilder> parPiece, String motif) {
        try {
            for (Resource ressource : ressources.getResources(motif)) {
                String[] chemin = ressource.getURL().getPath().split("/", -1);
                String piece = chemin[chemin.length - 2];
                DeploymentBuilder deploiement = parPiece.computeIfAbsent(piece, nom -> repositoryService
                        .createDeployment()
                        .name(nom)
                        .source("ptce")
                        .enableDuplicateFiltering(false));
                try (var flux = ressource.getInputStream()) {
                    deploiement.addInputStream(ressource.getFilename(), flux);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
