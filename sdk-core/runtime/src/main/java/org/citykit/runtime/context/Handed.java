package org.citykit.runtime.context;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Http;
import org.citykit.api.HttpPost;
import org.citykit.api.HttpReply;
import org.citykit.api.PortalFiles;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.api.View;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;

/** Parts of a context as plugins keep them: each asks, at every call, whether the module is still open. */
final class Handed {
    private Handed() {}

    /** The web. */
    record Web(Http http, Runnable gate) implements Http {
        @Override
        public Fetched get(URI uri, Cursor since) {
            gate.run();
            return http.get(uri, since);
        }

        @Override
        public HttpReply post(HttpPost request) {
            gate.run();
            return http.post(request);
        }
    }

    /** The files. */
    record Folder(PortalFiles files, Runnable gate) implements PortalFiles {
        @Override
        public Fetched read(String path, Cursor since) {
            gate.run();
            return files.read(path, since);
        }

        @Override
        public List<String> list(String folder, String extension) {
            gate.run();
            return files.list(folder, extension);
        }
    }

    /** The records. */
    record Box(Records records, Runnable gate) implements Records {
        @Override
        public Optional<Stored> find(String key) {
            gate.run();
            return records.find(key);
        }

        @Override
        public Revision put(String key, byte[] value, Revision expected) {
            gate.run();
            return records.put(key, value, expected);
        }

        @Override
        public void delete(String key, Revision expected) {
            gate.run();
            records.delete(key, expected);
        }

        @Override
        public List<String> keys(String prefix) {
            gate.run();
            return records.keys(prefix);
        }
    }

    /** The views. */
    record Sights(Views views, Runnable gate) implements Views {
        @Override
        public View<Agreement> agreements() {
            gate.run();
            return views.agreements();
        }

        @Override
        public View<City> cities() {
            gate.run();
            return views.cities();
        }

        @Override
        public View<Network> networks() {
            gate.run();
            return views.networks();
        }

        @Override
        public View<CalendarEvent> events() {
            gate.run();
            return views.events();
        }

        @Override
        public View<Alert> alerts() {
            gate.run();
            return views.alerts();
        }
    }
}
