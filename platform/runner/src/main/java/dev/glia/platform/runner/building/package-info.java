/** From a specification and leased components to a network that a driver can take. */
package dev.glia.platform.runner.building;
