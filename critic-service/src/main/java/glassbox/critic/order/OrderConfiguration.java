package glassbox.critic.order;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets measurements run by schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OrderConfiguration {}
