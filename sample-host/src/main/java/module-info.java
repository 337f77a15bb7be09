/** A Vert.x portal that embeds the SDK: pages, API, feeds and operations. */
module org.citykit.host {
    requires org.citykit.api;
    requires io.jstach.jstachio;
    requires static io.jstach.jstache;
    requires static org.jspecify;
}
