package id.sigap.browser;

/** What a page costs to fetch, in bytes on the wire, headers included. @param scripts of it */
public record Weight(long all, long scripts) {}
