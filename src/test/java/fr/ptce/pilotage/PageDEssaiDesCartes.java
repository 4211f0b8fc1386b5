package fr.ptce.pilotage;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.portail.PageDePilote;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Both maps, with the numbers that its address gives by code of region. */
@TestComponent
@PageDePilote
public class PageDEssaiDesCartes {

    private final CarteDesRegions cartes;
    private final Regions regions;

    PageDEssaiDesCartes(CarteDesRegions cartes, Regions regions) {
        this.cartes = cartes;
        this.regions = regions;
    }

    @GetMapping("/pilotage/essai-cartes")
    String cartes(@RequestParam Map<String, String> nombres, Model modele) {
        modele.addAttribute("ancienne", cartes.carte(2012));
        modele.addAttribute("actuelle", cartes.carte(2016));
        modele.addAttribute(
                "valeurs",
                nombres.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, nombre -> Long.valueOf(nombre.getValue()))));
        modele.addAttribute(
                "liens",
                regions.toutes().stream()
                        .map(Region::code)
                        .filter(code -> !code.equals(Regions.FRANCE))
                        .collect(Collectors.toMap(code -> code, code -> "/dossiers?region=" + code)));
        return "pilotage/essai-cartes";
    }
}
