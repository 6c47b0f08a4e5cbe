// Everything Färdplan needs in Azure, for one municipality, in its own subscription.
// Started by infra/m365agents.yml or by hand (docs/operations.md). No secret comes in or goes out.
targetScope = 'resourceGroup'

@minLength(4)
@maxLength(20)
@description('Beginning of the names of all resources.')
param resourceBaseName string

@description('Where the resources are. Data at rest stays in this region; the bot registration itself is global.')
param location string = 'swedencentral'

@description('Name of the web app, unique in all of Azure: it is the beginning of its address.')
param webAppName string = '${resourceBaseName}-${uniqueString(resourceGroup().id)}'

@description('Own host name bound to the web app, for example fardplan.kommunen.example. Empty: the address Azure gives.')
param customDomain string = ''

@maxLength(42)
@description('Name of the bot as people see it.')
param botDisplayName string = 'Färdplan'

@allowed(['F0', 'S1'])
@description('F0 costs nothing for Teams; S1 has a service level agreement.')
param botSku string = 'F0'

@allowed(['S1', 'P0v3', 'P1v3', 'P2v3'])
@description('Size of each instance. A staging slot and scaling need at least S1.')
param appServiceSku string = 'S1'

@minValue(1)
@maxValue(10)
@description('Instances that always run. Two keep the bot answering while Azure replaces one.')
param fewestInstances int = 1

@minValue(1)
@maxValue(10)
@description('Most instances when there is much to do.')
param mostInstances int = 3

@description('Client id of the Entra application of the tab\'s API. Another than the bot\'s.')
param tabAppId string

@description('Id of the app in Teams, so that it can be installed for those it must reach.')
param teamsAppId string

@description('Id that the app got in the catalogue of Teams when it was uploaded. Until then: none.')
param teamsCatalogId string = 'none'

@description('SharePoint site of the closed log, as Graph names it: host,site,web.')
param logSiteId string

@description('SharePoint site of the readable lists, as Graph names it: host,site,web.')
param portfolioSiteId string

@allowed(['sv', 'en'])
@description('Language where a person\'s is not known.')
param language string = 'sv'

@allowed(['managed-identity', 'certificate', 'secret'])
@description('How the bot proves itself. The other two take what they need from the key vault.')
param botIdentity string = 'managed-identity'

@description('Client id of the bot\'s own Entra application. Only when it does not use the managed identity.')
param botAppId string = ''

@allowed(['managed-identity', 'certificate', 'secret'])
@description('How the server proves itself to SharePoint. The other two take what they need from the key vault.')
param graphIdentity string = 'managed-identity'

@description('Client id of the Entra application for SharePoint. Only when it does not use the managed identity.')
param graphAppId string = ''

@description('Collector that takes OpenTelemetry over HTTP. Empty: traces and figures are not sent.')
param otlpEndpoint string = ''

@description('Further settings of the server by name, for example { FARDPLAN_LOG_LEVEL: \'debug\' }. What is only typed in by hand is gone when this is run again.')
param moreSettings object = {}

@minValue(30)
@maxValue(730)
@description('Days that logs are kept. Say the same in the register of processing.')
param retentionDays int = 90

@description('E-mail address of those who run Färdplan. They are told when it does not answer.')
param operationsEmail string

// One identity each, so that the one that speaks with Teams cannot read SharePoint.
resource botUser 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-bot'
  location: location
}

resource graphUser 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-graph'
  location: location
}

var botClientId = botIdentity == 'managed-identity' ? botUser.properties.clientId : botAppId
var graphClientId = graphIdentity == 'managed-identity' ? graphUser.properties.clientId : graphAppId

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    retentionDays: retentionDays
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    readerPrincipalId: graphUser.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module webApp 'modules/webApp.bicep' = {
  name: 'webApp'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    webAppName: webAppName
    customDomain: customDomain
    sku: appServiceSku
    fewestInstances: fewestInstances
    mostInstances: mostInstances
    botUserId: botUser.id
    graphUserId: graphUser.id
    workspaceId: monitoring.outputs.workspaceId
    vaultUri: vault.outputs.vaultUri
    botIdentity: botIdentity
    graphIdentity: graphIdentity
    settings: {
      FARDPLAN_TENANT_ID: tenant().tenantId
      FARDPLAN_BOT_APP_ID: botClientId
      FARDPLAN_BOT_IDENTITY: botIdentity
      FARDPLAN_TAB_APP_ID: tabAppId
      FARDPLAN_TEAMS_APP_ID: teamsAppId
      FARDPLAN_GRAPH_APP_ID: graphClientId
      FARDPLAN_GRAPH_IDENTITY: graphIdentity
      FARDPLAN_LOG_SITE_ID: logSiteId
      FARDPLAN_PORTFOLIO_SITE_ID: portfolioSiteId
      FARDPLAN_LANGUAGE: language
    }
    optionalSettings: union(moreSettings, {
      FARDPLAN_TEAMS_CATALOG_ID: teamsCatalogId == 'none' ? '' : teamsCatalogId
      FARDPLAN_OTLP_ENDPOINT: otlpEndpoint
    })
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    resourceBaseName: resourceBaseName
    displayName: botDisplayName
    sku: botSku
    host: webApp.outputs.host
    clientId: botClientId
    identityId: botIdentity == 'managed-identity' ? botUser.id : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    host: webApp.outputs.host
    webAppId: webApp.outputs.webAppId
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    operationsEmail: operationsEmail
  }
}

// Names of the outputs are names in infra/env/.env.<environment>.
output BOT_ID string = botClientId
output BOT_DOMAIN string = webApp.outputs.host
output BOT_TENANT_ID string = tenant().tenantId
output GRAPH_APP_ID string = graphClientId
output AZURE_APP_SERVICE_RESOURCE_ID string = webApp.outputs.webAppId
