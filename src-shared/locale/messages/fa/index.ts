// Persian words, one JSON file per topic; explicit imports so that the bundler and the type checker see every file.
import catalogue from './catalogue.json';
import common from './common.json';
import errors from './errors.json';
import importErrors from './errors-import.json';
import session from './session.json';
import wizard from './wizard.json';
import people from './people.json';
import record from './record.json';
import approvals from './approvals.json';
import attachments from './attachments.json';
import activities from './activities.json';
import search from './search.json';
import settings from './settings.json';
import users from './users.json';
import policy from './policy.json';
import consent from './consent.json';
import processing from './processing.json';
import emergencies from './emergencies.json';
import privacy from './privacy.json';
import duplicates from './duplicates.json';
import quality from './quality.json';
import privacyCatalogue from './catalogue-privacy.json';
import privacyErrors from './errors-privacy.json';
import dealsCatalogue from './catalogue-deals.json';
import dealsErrors from './errors-deals.json';
import productsCatalogue from './catalogue-products.json';
import prices from './prices.json';
import products from './products.json';
import productsErrors from './errors-products.json';
import purpose from './errors-purpose.json';
import tasks from './tasks.json';
import tasksCatalogue from './catalogue-tasks.json';
import tasksErrors from './errors-tasks.json';
import deals from './deals.json';
import forecastCatalogue from './catalogue-forecast.json';
import forecastErrors from './errors-forecast.json';
import forecast from './forecast.json';
import goals from './goals.json';
import leadsCatalogue from './catalogue-leads.json';
import leadsErrors from './errors-leads.json';
import leads from './leads.json';
import leadsCli from './cli-leads.json';
import quotesCatalogue from './catalogue-quotes.json';
import quotesErrors from './errors-quotes.json';
import quotes from './quotes.json';
import importing from './import.json';
import jobs from './jobs.json';
import backups from './backups.json';
import rotation from './rotation.json';
import sealing from './sealing.json';
import recovery from './recovery.json';
import exporting from './exports.json';
import relationships from './relationships.json';
import merging from './merging.json';
import needs from './needs.json';
import operations from './operations.json';
import health from './health.json';
import home from './home.json';
import audit from './audit.json';
import authority from './authority.json';
import about from './about.json';
import app from './app.json';
import menu from './menu.json';
import sample from './sample.json';
import cli from './cli.json';

export const faMessages: Readonly<Record<string, string>> = {
  ...catalogue,
  ...common,
  ...errors,
  ...importErrors,
  ...session,
  ...wizard,
  ...people,
  ...record,
  ...approvals,
  ...attachments,
  ...activities,
  ...search,
  ...settings,
  ...users,
  ...policy,
  ...consent,
  ...processing,
  ...emergencies,
  ...privacy,
  ...duplicates,
  ...quality,
  ...privacyCatalogue,
  ...privacyErrors,
  ...dealsCatalogue,
  ...dealsErrors,
  ...productsCatalogue,
  ...prices,
  ...products,
  ...productsErrors,
  ...purpose,
  ...tasks,
  ...tasksCatalogue,
  ...tasksErrors,
  ...deals,
  ...forecastCatalogue,
  ...forecastErrors,
  ...forecast,
  ...goals,
  ...leadsCatalogue,
  ...leadsErrors,
  ...leads,
  ...leadsCli,
  ...quotesCatalogue,
  ...quotesErrors,
  ...quotes,
  ...importing,
  ...jobs,
  ...backups,
  ...rotation,
  ...sealing,
  ...recovery,
  ...exporting,
  ...relationships,
  ...merging,
  ...needs,
  ...operations,
  ...health,
  ...home,
  ...audit,
  ...authority,
  ...about,
  ...app,
  ...menu,
  ...sample,
  ...cli,
};
