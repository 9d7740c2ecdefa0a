/** The half that runs inside a service: cuts classes as they are loaded, and is called from the cuts. Uses nothing but the JDK. */
package id.sigap.faults.agent.inside;
