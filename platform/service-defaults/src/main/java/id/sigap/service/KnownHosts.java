package id.sigap.service;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** By which names a service is called. */
@ConfigMapping(prefix = "sigap.http")
interface KnownHosts {

    /**
     * Hosts, without ports, under which browsers and other services know this one; who calls it by another name is refused, because the name
     * goes into the address that the login comes back to. Any, if nothing is set. Behind a proxy, what the browser asked that for.
     */
    Optional<Set<String>> hosts();
}
