package org.example.portal;

import java.nio.file.Path;
import org.citykit.runtime.fixture.FixtureHost;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A portal as a bean. */
@Configuration(proxyBeanMethods = false)
public class Application {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args).close();
    }

    @Bean(destroyMethod = "close")
    FixtureHost portal(ApplicationArguments arguments) {
        return FixtureHost.open(Path.of(arguments.getSourceArgs()[0]));
    }

    @Bean
    ApplicationRunner telling(FixtureHost portal) {
        return arguments -> portal.tell(Path.of(arguments.getSourceArgs()[1]));
    }
}
