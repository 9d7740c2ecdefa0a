package id.sigap.web;

import io.quarkus.qute.TemplateInstance;

/** A page, not drawn yet: it gets its language and the headers that guard it on its way out. */
public record Page(TemplateInstance template) {}
