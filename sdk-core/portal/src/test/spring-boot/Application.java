package org.example.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citykit.portal.Portal;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.plan.ModuleChange;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.supervision.Applied;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A whole portal as a bean: it is opened, asked, changed and closed. Arguments: portal.yaml, the next one, what to tell in. */
@Configuration(proxyBeanMethods = false)
public class Application {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args).close();
    }

    @Bean(destroyMethod = "close")
    Portal portal(ApplicationArguments arguments) {
        return Portal.open(Path.of(arguments.getSourceArgs()[0]));
    }

    @Bean
    ApplicationRunner asking(Portal portal) {
        return arguments -> {
            List<String> files = arguments.getNonOptionArgs();
            List<String> told = new ArrayList<>();
            told.add("found " + found(portal, "samarkand"));
            Files.copy(Path.of(files.get(1)), Path.of(files.get(0)), StandardCopyOption.REPLACE_EXISTING);
            Plan plan = portal.plan();
            told.add("replaces " + plan.modules(ModuleChange.Action.REPLACED).stream()
                    .map(ModuleChange::module)
                    .toList());
            Applied applied = portal.apply(plan);
            told.add("generation " + applied.generation().number() + ", left over " + applied.leftovers());
            told.add("found " + found(portal, "khiva"));
            told.add("health " + portal.health().stream().map(ModuleHealth::state).toList());
            Files.write(Path.of(files.get(2)), told);
        };
    }

    private static List<String> found(Portal portal, String text) {
        LocalDate day = LocalDate.of(2026, 5, 1);
        return portal.events().between(day, day.plusMonths(1)).matching(text).list().stream()
                .map(occurrence -> occurrence.event().title().in(Locale.ENGLISH))
                .toList();
    }
}
