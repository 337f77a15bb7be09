import ch.qos.logback.classic.spi.Configurator;
import org.citykit.host.operation.LogSetup;

/** A Vert.x portal that embeds the SDK: pages, API, feeds and operations. */
module org.citykit.host {
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires io.jstach.jstachio;
    requires io.vertx.core;
    requires io.vertx.web;
    requires java.management;
    requires java.xml;
    requires org.citykit.icalendar;
    requires org.citykit.portal;
    requires org.slf4j;
    requires static io.jstach.jstache;
    requires static org.jspecify;

    provides Configurator with
            LogSetup;
}
