/**
 * Common Alerting Protocol 1.2 (OASIS, 1 July 2010; ITU-T X.1303bis): values, reading, checking and writing.
 *
 * <p>A library of its own: it knows the JDK's XML streams and nothing of CityKit.
 */
module org.citykit.cap {
    requires java.xml;
    requires static org.jspecify;

    exports org.citykit.cap;
    exports org.citykit.cap.check;
    exports org.citykit.cap.xml;
}
