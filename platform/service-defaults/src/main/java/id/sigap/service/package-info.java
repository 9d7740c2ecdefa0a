/** What every service does alike: who may do what, how errors speak, how a request is answered only once. */
package id.sigap.service;
