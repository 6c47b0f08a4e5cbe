// Those who run Färdplan are told when it does not answer, or answers with errors.
param resourceBaseName string
param location string
param host string
param webAppId string
param insightsId string
param workspaceId string
param operationsEmail string

// What the server says when a row of the event log has been changed or taken away by somebody else.
var touchedMessage = 'the log has been touched by other hands'
// And when it could not close the folder of a protected case.
var exposedMessage = 'a folder of a protected case may be open'
// And when what it signs in with is about to expire.
var expiringMessage = 'a certificate must be renewed'

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${resourceBaseName}-operations'
  location: 'global'
  properties: {
    groupShortName: 'fardplan'
    enabled: true
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: operationsEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource isReady 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${resourceBaseName}-is-ready'
  location: location
  kind: 'standard'
  tags: {
    'hidden-link:${insightsId}': 'Resource'
  }
  properties: {
    SyntheticMonitorId: '${resourceBaseName}-is-ready'
    Name: 'Färdplan svarar'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-se-sto-edge'
      }
      {
        Id: 'emea-nl-ams-azr'
      }
    ]
    Request: {
      RequestUrl: 'https://${host}/readyz'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${resourceBaseName}-not-ready'
  location: 'global'
  properties: {
    description: 'Färdplan svarar inte. Se avsnittet Incident i docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [insightsId, isReady.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: isReady.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource failures 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${resourceBaseName}-failures'
  location: 'global'
  properties: {
    description: 'Färdplan svarar med fel. Se avsnittet Incident i docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [webAppId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'server errors'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          metricNamespace: 'Microsoft.Web/sites'
          operator: 'GreaterThan'
          threshold: 10
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource touched 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${resourceBaseName}-touched'
  location: location
  properties: {
    displayName: 'Någon har ändrat i Färdplans händelselogg'
    description: 'En rad är ändrad eller borttagen. Se avsnittet Incident i docs/operations.md.'
    severity: 0
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where ResultDescription has "${touchedMessage}"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: false
    // The table is there only when the server has written its first line.
    skipQueryValidation: true
    actions: {
      actionGroups: [people.id]
    }
  }
}

resource exposed 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${resourceBaseName}-exposed'
  location: location
  properties: {
    displayName: 'Ett skyddat ärendes mapp kan vara öppen'
    description: 'Färdplan kunde inte stänga en mapp. Se avsnittet Incident i docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where ResultDescription has "${exposedMessage}"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    // The table is there only when the server has written its first line.
    skipQueryValidation: true
    actions: {
      actionGroups: [people.id]
    }
  }
}

resource expiring 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${resourceBaseName}-expiring'
  location: location
  properties: {
    displayName: 'Ett certifikat för Färdplan går snart ut'
    description: 'Färdplan slutar fungera den dagen. Se avsnittet Nycklar och certifikat i docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'P1D'
    windowSize: 'P1D'
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where ResultDescription has "${expiringMessage}"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    // The table is there only when the server has written its first line.
    skipQueryValidation: true
    actions: {
      actionGroups: [people.id]
    }
  }
}
