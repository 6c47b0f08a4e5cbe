// The server: one Linux web app with a staging slot, and how many of it there are.
param resourceBaseName string
param location string
param webAppName string
param customDomain string
param sku string
param fewestInstances int
param mostInstances int
param botUserId string
param graphUserId string
param workspaceId string
param vaultUri string
param botIdentity string
param graphIdentity string

@description('Settings of the server, by their names in bot/config.ts.')
param settings object

@description('The same, but those that are empty are left out.')
param optionalSettings object

// The package is mounted read-only; what can be made again may lie on the instance's own disk.
var temporaryFolder = '/tmp'

var identities = {
  type: 'UserAssigned'
  userAssignedIdentities: {
    '${botUserId}': {}
    '${graphUserId}': {}
  }
}

var siteProperties = {
  serverFarmId: plan.id
  httpsOnly: true
  clientAffinityEnabled: false
  keyVaultReferenceIdentity: graphUserId
  siteConfig: {
    linuxFxVersion: 'NODE|24-lts'
    appCommandLine: 'node --max-semi-space-size=16 --heap-growing-percent=20 bot/index.ts'
    alwaysOn: true
    http20Enabled: true
    minTlsVersion: '1.2'
    scmMinTlsVersion: '1.2'
    ftpsState: 'Disabled'
    healthCheckPath: '/healthz'
    remoteDebuggingEnabled: false
  }
}

var identitySettings = union(
  botIdentity == 'secret' ? { FARDPLAN_BOT_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/bot-secret)' } : {},
  botIdentity == 'certificate' ? { FARDPLAN_BOT_CERTIFICATE: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/bot-certificate)' } : {},
  graphIdentity == 'secret' ? { FARDPLAN_GRAPH_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/graph-secret)' } : {},
  graphIdentity == 'certificate' ? { FARDPLAN_GRAPH_CERTIFICATE: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/graph-certificate)' } : {}
)

// Where others can answer, nobody is sent to one that still reads the log. One alone says itself that it is starting.
var warmUpSettings = fewestInstances > 1 ? {
  WEBSITE_WARMUP_PATH: '/readyz'
  WEBSITE_WARMUP_STATUSES: '200'
} : {}

var host = empty(customDomain) ? webApp.properties.defaultHostName : customDomain

var allSettings = union(
  settings,
  identitySettings,
  warmUpSettings,
  toObject(filter(items(optionalSettings), one => !empty(one.value)), one => one.key, one => one.value),
  {
    FARDPLAN_TAB_URL: 'https://${host}/tab/'
    FARDPLAN_DATA_DIR: '${temporaryFolder}/fardplan'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    WEBSITE_RUN_FROM_PACKAGE: '1'
    WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '5'
    // A first reading of a large log takes minutes.
    WEBSITES_CONTAINER_START_TIME_LIMIT: '1800'
    // Longer than the server takes to finish the turns under way.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '40'
    WEBSITE_SWAP_WARMUP_PING_PATH: '/readyz'
    WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
  }
)

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${resourceBaseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: fewestInstances
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: webAppName
  location: location
  kind: 'app,linux'
  identity: identities
  properties: siteProperties
}

resource webAppSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: webApp
  name: 'appsettings'
  properties: allSettings
}

// A new version is started and tried here, then swapped in. It shares the store: instances of two versions may run at once.
resource staging 'Microsoft.Web/sites/slots@2023-12-01' = {
  parent: webApp
  name: 'staging'
  location: location
  kind: 'app,linux'
  identity: identities
  properties: siteProperties
}

resource stagingSettings 'Microsoft.Web/sites/slots/config@2023-12-01' = {
  parent: staging
  name: 'appsettings'
  properties: allSettings
}

// Deployment is by Entra sign-in only, never by a password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'scm'
  properties: {
    allow: false
  }
}

// The slot has doors of its own: what is put there is swapped into production.
resource noStagingFtpPassword 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: staging
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noStagingScmPassword 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: staging
  name: 'scm'
  properties: {
    allow: false
  }
}

resource scaling 'Microsoft.Insights/autoscalesettings@2022-10-01' = {
  name: '${resourceBaseName}-scaling'
  location: location
  properties: {
    enabled: true
    targetResourceUri: plan.id
    profiles: [
      {
        name: 'by load'
        capacity: {
          minimum: string(fewestInstances)
          maximum: string(mostInstances)
          default: string(fewestInstances)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT5M'
              timeAggregation: 'Average'
              operator: 'GreaterThan'
              threshold: 70
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT5M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT15M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 25
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT15M'
            }
          }
        ]
      }
    ]
  }
}

resource webAppLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: webApp
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServiceHTTPLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

// A new version that does not start says why here.
resource stagingLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: staging
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
  }
}

output host string = host
output webAppId string = webApp.id
