/** A service's whole API as its OpenAPI document lists it: who may call what, and what it makes of hostile requests. */
package id.sigap.testing.api;
