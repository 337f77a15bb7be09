/** Words of Arabic, Persian and Latin script as people look for them. Used by the engines. */
module org.citykit.text {
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires static org.jspecify;

    exports org.citykit.text;
}
