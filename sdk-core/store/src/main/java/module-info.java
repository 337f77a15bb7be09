/**
 * Keeps what must survive a crash: snapshots with their cursors, records, alerts, deliveries and the audit.
 *
 * <p>The SQLite library is native code. From JDK 24 the JVM warns about that unless the host is started with
 * {@code --enable-native-access=org.xerial.sqlitejdbc}; the store works either way.
 */
module org.citykit.store {
    requires transitive org.citykit.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    exports org.citykit.store;
}
